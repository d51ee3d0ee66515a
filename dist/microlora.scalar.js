/* microlora 0.1.0, MIT OR Apache-2.0 */
import{wasm as t}from"./microlora.scalar-wasm.js"
var e=t,r={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},s=16384,i=4294967295,o=0,a=1,n=4294967295,c=0,h=1,u=2,d=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[d]:super[Symbol.hasInstance](e)}get[d](){return!0}
constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function l(t,e,r){throw new LoraError(t,e,r)}var p={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${f}`}
function m(t,e){const s=Object.keys(r),[i]=s.filter(e=>r[e]===t)
l(i,`${e}: ${p[i]??i}`)}var f="",g=/* @__PURE__ */new Map([["mse",0],["huber",1],["cosine",2]]),_=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),y={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([..._.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,space:void 0,cautious:!1,engine:void 0
},b=Object.fromEntries([..._.keys(),"betas"].map(t=>[t,void 0])),A=/* @__PURE__ */new Map([["sgd",0],["momentum",1],["adam",2],["adamw",3],["preconditioned",4]]),v=t=>t.length>80?`${t.slice(0,79)}…`:t,O=t=>v(JSON.stringify(t))
function E(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const i=[s]
for(let o=1;o<=e.length;o++){const a=r[o-1]+Number(t[s-1]!==e[o-1])
i.push(Math.min(a,r[o]+1,i[o-1]+1))}r=i}return r[e.length]}function w(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",i=Math.floor(r.length/3)+1
for(const t of e){const e=E(r,t.toLowerCase())
e<i&&([s,i]=[t,e])}return s&&` (did you mean ${v(s)}?)`}var R=t=>Object.prototype.toString.call(t).slice(8,-1),L=t=>"string"==typeof t?O(t):v(Object(t)===t?R(t):String(t)),N=(t,e,r,s="LORA_E_TYPE")=>l(s,`${t} must be ${e}, got ${L(r)}`)
function $(t,e,r){const s=S(t,e)
s!==r&&l("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function j(t,e,r,s){const i=S(t,e),o=i/r;(!Number.isInteger(o)||o<1||o>s)&&l("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${i} numbers`)
return o}function S(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===R(e))||N(t,"a Float32Array",e)
return e.length}function k(t,e){"number"!=typeof e&&N(t,"a number",e)
Number.isFinite(Math.fround(e))||l("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function I(t,e,r,s,i="LORA_E_RANGE"){"number"!=typeof e&&N(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&l(i,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function x(t,e){const r=k(t,e)
r<0&&l("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function F(t,e){const r=k(t,e)
r>0||l("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function M(t){const e=k("share",t)
e>=0&&e<=1||l("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function T(t,e,r){const s=r.indexOf(e)
s<0&&l("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${L(e)}`+w(e,r)+f)
return s}function P(t,e,r){return r.get(e)??T(t,e,[...r.keys()])}function C(t,e){"boolean"!=typeof e&&N(t,"true or false",e)
return e}function B(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function z(t,e,r){B(e)||N(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
l("LORA_E_OPTION",`${t} has no option ${v(s)}${w(s,e)}; it has ${e.join(", ")}`+f)}}function H(t,e,r){z(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var D,W=/* @__PURE__ */Symbol.for("microlora 0.1.0"),q=globalThis
function G(t){const e=t?.[W]
"function"==typeof e&&e()
const r=D
D=void 0
return r}var U=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,W,{value:e=>{void 0===e?D=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:G(t)??N("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return G(this)?.k??"Object"}toJSON(){return Y(this).x()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=G(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.x(),e)}`}}
function J(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:Y}=U
function V(t,e,r,s,i){const o=G(r)
if(o instanceof s)return o
void 0===o&&void 0!==function(t){let e
const r=t?.[W]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&l(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return N(t,e,r,i)}var Q=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),X=class extends U{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[Q],configurable:!0})}free(){Y(this).y()}[Q](){this.free()}},K=[1,2,3,4,5],Z=[[1,0,2,0,-1],[0,1,0,-2,1]],tt=[[1,2,0,0,4],[0,2,4,0,-2]],et=[1,0,-1,2,.5],rt=[2,3,1,4,10],st=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],it=/* @__PURE__ */new Map
function ot(t,e){it.set(t,e)
return t}var at,nt,ct=4293918720,ht="this is not the microlora.wasm of this release: take the one beside this script",ut=(t=16777216)=>I("memory (bytes)",t,131072,ct),dt=class{k="Engine"
N=!0
cb=it
f=new Float32Array(0)
Z="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
7!==e.lora_version?.()&&l("LORA_E_MODULE",ht)
this._=e.memory
this.d={...e}
this.$=1===this.d.lora_simd()}x(){return{simd:this.$,memoryUsage:this.O()}}O(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}q(t,e){return new Float32Array(this._.buffer,t>>>0,e)}aa(t){this.d.lora_grow(t)<0&&l("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.z()}z(){const t=this.d
this.f=this.q(t.lora_transfer(),t.lora_transfer_size())}},lt=Y,Engine=class extends U{constructor(t,e,r){const s=new dt(t)
s.N=r
s.aa(e)
super(s)
this.simd=s.$
J(this)}get memory(){return lt(this)._}get memoryUsage(){return lt(this).O()}grow(t){lt(this).aa(I("grow: bytes",t,1,ct))}},pt=t=>function(t){const{d:e,f:r}=t,s=e.lora_create(5,5,Z.length,.5,.25,0,0,1,1,0,1),i=i=>{r.set(K)
e.lora_forward(s,0,1,1)
const o=t.q(e.lora_output(s),5)
return i.every((t,e)=>t===o[e])};[Z,tt].forEach((t,i)=>t.forEach((t,o)=>{r.set(t)
e.lora_write_row(s,0,i,o)}))
const o=i(rt)
r.set(et)
e.lora_adapt(s,0,1,1)
const a=i(st)
e.lora_free(s)
return o&&a}(lt(t)),mt="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",ft=t=>"WebAssembly.Module"===R(t)
function gt(t){const e=H("init",void 0===t||B(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&l("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:ut(e.memory),simd:void 0===e.simd?void 0:C("simd",e.simd),warnings:C("warnings",e.warnings)}}function _t(){"object"!=typeof WebAssembly&&l("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function yt(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&l("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&l("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||ft(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":ht:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
l("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function bt(t){if(ft(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===R(t))(t))return t
l("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${R(t)}`)}async function At(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function vt(t){const e=ft(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function Ot(t){if(void 0!==t.simd&&!1!==t.simd)return
const r=e()
if(ft(r))return r
try{return new WebAssembly.Module(r)}catch(t){if(t instanceof RangeError)return r
if(WebAssembly.validate(r))throw t
return}}var Et=(t,{memory:e,warnings:r})=>new Engine(t,ut(e),r)
function wt(t,e){const r=Et(t,e)
pt(r)||l("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&l("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function Rt(t){_t()
let r
try{if(void 0!==t.module){r=await async function(t){let e=await t;/^(String|URL|Request)$/.test(R(e))&&(e=await fetch(e))
if("Response"===R(e)){const{ok:t,url:r,status:s,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||l("LORA_E_MODULE",`${r} answered ${s} ${i.get("Content-Type")}, no wasm: put the file there`)}return bt(e)}(t.module)
return wt(await At(r),t)}const s=Ot(t)
if(void 0!==s){const e=Et(await At(s),t)
if(pt(e))return e}!0===t.simd&&l("LORA_E_SIMD",mt)
const i=await(async()=>e())().catch(t=>l("LORA_E_SIMD",mt,t)),o=Et(await At(i),t)
pt(o)||l("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(e){return yt(e,t,r)}}function Lt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&l("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(q,W,{value:t,configurable:!0})}(t)
return t}async function Nt(t){const e=gt(t)
if(void 0===at){nt??=Rt(e).then(t=>at??=t).finally(()=>nt=void 0)
await nt}return Lt(at,e)}function $t(t){const e=gt(t)
at??=function(t){_t()
let e
try{if(void 0!==t.module){e=bt(t.module)
return wt(vt(e),t)}const r=Ot(t)
if(void 0!==r){const e=Et(vt(r),t)
if(pt(e))return e}return l("LORA_E_SIMD",mt)}catch(r){return yt(r,t,e)}}(e)
return Lt(at,e)}async function jt(t){return Rt(gt(t))}function St(t,e,...s){const i=t.d[e](...s)
i===r.LORA_E_MEMORY&&l("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.O().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
i<0&&m(i,e)
t.z()
return i}var kt=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?V("engine","one of init or createEngine",r,dt,"LORA_E_OPTION"):Y(at??l("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}E(t,...e){this.e=St(this.c,t,...e)
this.c.Z?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?m(r,t):r}i(){0===this.e&&m(r.LORA_E_HANDLE,"after free()")}y(){if(0!==this.e){this.c.Z?.unregister(this)
this.a("free")
this.e=0}}x(){return{...this.l(),...0===this.e?{freed:!0}:this.u()}}l(){return{}}u(){return{}}},It=["A","B"],xt=(t,e)=>I(t,e,1,s,"LORA_E_SHAPE"),Ft=class extends kt{constructor(t,e,r,s){super(t,e.engine)
this.r=e.engine
this.Ka=r
this.C=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&l("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===o?xt("in",e.in):xt("dim",o),n=void 0===o?xt("out",e.out):a,c=I("rank",e.rank,1,64,"LORA_E_SHAPE"),h=k("alpha",e.alpha),u=I("batch",e.batch,1,1024),d=P("optimizer",e.optimizer,A),p=e.optimizer,m=I("seed",e.seed,0,2**32-1),f=C("sharedIO",e.sharedIO),g=void 0!==o
this.E("lora_create",a,n,c,h,void 0===e.learningRate?this.c.d.lora_default_rate(d,a):x("learningRate",e.learningRate),d,m,(g?1:0)+(f?2:0),r,s,u)
this.dim=a
this.in=a
this.out=n
this.rank=c
this.alpha=h
this.batch=u
this.seed=m
this.sharedIO=f
this.residual=g
this.optimizer=p
try{this.F(i,function(t){const e=Object.fromEntries(Object.keys(b).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.y()
throw t}}g(t){return t}w(t,e,...r){return this.a(t,this.g(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}}get P(){return this.a("option",0,0)}F(t,e){for(const[s,i,o]of function(t){const e=H("options",t,b),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||N("betas","an array of two numbers",e.betas)
const[t,s]=e.betas.map(t=>x("betas",t))
t<1&&s<1&&t**2<s||l("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,s],["betas",4,t])}for(const[t,s]of _)void 0!==e[t]&&r.push([t,s,x(t,e[t])])
return r}(e)){const e=this.c.d.lora_set_option(this.e,t,i,o)
e===r.LORA_E_RANGE&&l("LORA_E_RANGE",`${s} is out of its range, got ${o}; see the types`)
e<0&&m(e,s)}}ba(t){const e=this.g(t),[r,s]=It.map((t,r)=>{const s=0===r?this.in:this.out,i=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
i.set(this.c.f.subarray(0,s),t*s)}return i})
return{A:r,B:s}}ca(t,e){const r=this.g(t),{A:s,B:i}=H("setWeights",e,{A:void 0,B:void 0})
$("setWeights: A (rank, in)",s,this.rank*this.in)
$("setWeights: B (rank, out)",i,this.rank*this.out)
const{d:o,f:a}=this.c
for(const t of[!1,!0])[s,i].forEach((e,s)=>{const i=0===s?this.in:this.out
for(let n=0;n<this.rank;n++){a.set(e.subarray(n*i,(n+1)*i))
const c=t?o.lora_write_row(this.e,r,s,n):o.lora_check(i)
c<0&&m(c,"setWeights")}})}},Mt=["sum","mean"],Tt={loss:void 0,delta:void 0,reduction:void 0},Pt=class extends Ft{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
G=this.input
D=1
n(){this.i()
if(0===this.input.length){this.inputs=this.Q("lora_input",this.in)
this.outputs=this.Q("lora_output",this.out)
this.gradients=this.Q("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}Q(t,e){const r=this.c,s=r.d[t](this.e),i=r.d.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,o)=>r.q(s+o*i,e)))}da(t,e,r){const s=this.g(t),i=this.c
let o=0
if(void 0!==e||void 0!==r){$("forward: x",e,this.in)
void 0!==r&&$("forward: out",r,this.out)
i.f.set(e)
o=1}const a=i.d.lora_forward(this.e,s,1,o)
a<0&&this.m(a,"forward",s)
if(void 0!==e){this.n()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}H(t,e){const r=this.g(t),s=this.c
let i=0
if(void 0!==e){$("adapt: gradient",e,this.out)
s.f.set(e)
i=1}const o=s.d.lora_adapt(this.e,r,1,i)
o<0&&this.m(o,"adapt",r)}ea(t,e=this.batch,r){const s=this.g(t),i=this.c,o="number"==typeof e,a=o?I("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):j("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&$("forwardBatch: out",r,a*this.out)
o||i.f.set(e)
const n=i.d.lora_forward(this.e,s,a,o?0:1)
n<0&&this.m(n,"forwardBatch",s)
this.D=a
if(o&&void 0===r)return
const c=this.La(a)
if(void 0===r)return new Float32Array(c)
r.set(c)
return r}La(t){const e=this.c,r=e.d.lora_packed_output(this.e,t)>>>0,s=t*this.out
this.G.length===s&&this.G.byteOffset===r||(this.G=e.q(r,s))
return this.G}fa(t,e){const r=this.g(t),s=this.c
let i=this.D
if(void 0!==e){i=j("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const o=s.d.lora_adapt(this.e,r,i,void 0===e?0:1)
o<0&&this.m(o,"adaptBatch",r)}o(t,e,r,s,i){const o=this.g(t),a=this.c
let n=0,c=1,h=0
if(void 0!==i){z("learn",i,Tt)
const t=i
void 0!==t.loss&&(n=P("loss",t.loss,g))
void 0!==t.reduction&&(h=T("reduction",t.reduction,Mt))
void 0!==t.delta&&(c=F("delta",t.delta))
1===h&&2===n&&l("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}$("learn: x",e,s*this.in)
$("learn: target",r,s*this.out)
a.f.set(e)
a.f.set(r,e.length)
const u=a.d.lora_learn(this.e,o,s,n,c,h)
u<-1&&this.m(u,"learn",o)
this.D=s
return u}ga(t,e,r,s){const i=j("learnBatch: X",e,this.in,this.batch)
return this.o(t,e,r,i,s)}ha(t,e){const r=this.g(t),{c:s,e:i}=this,o=s.d.lora_adapt_with_reward(i,r,k("reward",e))
o<0&&this.m(o,"adaptWithReward",r)}m(t,e,s){if(t===r.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&l("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}m(t,e)}}
function Ct(t,e){let r=0
for(let s=0;s<t.length;s++)r+=t[s]*e[s]
return r}function Bt(t,e,r){for(let s=0;s<t.length;s++)t[s]+=e*r[s]}function zt(t){const{directions:e,scales:r}=t.R()
return Array.from(r,(r,s)=>({v:e.subarray(s*t.dim,(s+1)*t.dim),scale:r}))}function Ht(t,e){const r=e.map(e=>(1-e.scale)*Ct(e.v,t))
e.forEach((e,s)=>Bt(t,-r[s],e.v))}var Dt="EmbeddingSpace",Wt=Y,qt=2**32-1,Gt={dim:void 0,directions:void 0,engine:void 0},Ut=class extends kt{input=new Float32Array(0)
output=this.input
constructor(t){const e=H(Dt,t,Gt)
super(Dt,e.engine)
this.r=e.engine
this.dim=I("dim",e.dim,1,s,"LORA_E_SHAPE")
const r=Math.min(this.dim-1,64)
this.directions=I("directions",void 0===e.directions?Math.min(32,r):e.directions,0,r)
this.E("lora_space_create",this.dim,this.directions)}l(){const{dim:t,directions:e}=this
return{dim:t,directions:e}}u(){return{documentCount:this.a("space_count",o),queryCount:this.a("space_count",a),spread:this.a("space_spread"),frozen:this.S()}}S(){return 1===this.a("space_is_frozen")}n(){this.i()
if(0!==this.input.length)return
const{c:t,e:e,dim:r}=this
this.input=t.q(t.d.lora_space_input(e),r)
this.output=t.q(t.d.lora_space_output(e),r)}o(t,e,r){const s=j(t,r,this.dim,qt)
e===o&&this.S()&&l("LORA_E_STATE",`${t}: the space is frozen; freeze(false) lets it learn again`)
s>64&&this.ia(t,r)
const{d:i}=this.c
this.T(t,r,t=>i.lora_space_learn(this.e,e,t/this.dim))}ia(t,e){const{d:r}=this.c
this.T(t,e,t=>r.lora_space_check(this.e,t/this.dim))}T(t,e,r){const s=this.c
this.a("space_reserve",Math.min(64,e.length/this.dim))
s.z()
const i=64*this.dim
for(let o=0;o<e.length;o+=i){const a=e.subarray(o,o+i)
s.f.set(a)
const n=r(a.length,o)
n<0&&m(n,t)}}ja(t,e,r,s){this.n()
const{d:i,f:o}=this.c
if(void 0===r&&void 0===s){const r=i.lora_space_map_input(this.e,e)
r<0&&m(r,t)
return}$(t,r,this.dim)
const a=r,n=void 0===s?new Float32Array(this.dim):s
$(`${t}: out`,n,this.dim)
o.set(a)
const c=i.lora_space_map(this.e,e,1)
c<0&&m(c,t)
this.input.set(a)
this.output.set(o.subarray(0,this.dim))
n.set(this.output)
return n}ka(t,e,r,s){j(t,r,this.dim,qt)
void 0!==s&&$(`${t}: out`,s,r.length)
const i=new Float32Array(r.length),{c:o}=this
this.T(t,r,(t,r)=>{const s=o.d.lora_space_map(this.e,e,t/this.dim)
i.set(o.f.subarray(0,t),r)
return s})
if(void 0===s)return i
s.set(i)
return s}la(){return this.c.f.slice(0,this.dim)}R(){const[t,e]=[o,a].map(t=>{this.a("space_mean",t)
return this.la()}),r=new Float32Array(this.directions*this.dim),s=new Float32Array(this.directions)
for(let t=0;t<this.directions;t++){s[t]=this.a("space_direction",t)
r.set(this.la(),t*this.dim)}return{documentMean:t,queryMean:e,directions:r,scales:s}}s(t){const e=Jt("copyFrom",t)
this.i()
e.i()
e.c!==this.c&&l("LORA_E_OPTION","copyFrom: the two are in different engines")
const s=this.c.d.lora_space_copy(this.e,e.e)
s===r.LORA_E_SHAPE&&l("LORA_E_SHAPE","copyFrom: dim or directions differ")
s<0&&m(s,"copyFrom")}},Jt=(t,e)=>V(t,`an ${Dt}`,e,Ut),EmbeddingSpace=class t extends X{static k=ot(Dt,this)
constructor(t){const e=new Ut(t)
super(e)
this.dim=e.dim
this.directions=e.directions
J(this)}learnDocuments(t){Wt(this).o("learnDocuments",o,t)}learnQueries(t){Wt(this).o("learnQueries",a,t)}document(t,e){return Wt(this).ja("document",o,t,e)}query(t,e){return Wt(this).ja("query",a,t,e)}documents(t,e){return Wt(this).ka("documents",o,t,e)}queries(t,e){return Wt(this).ka("queries",a,t,e)}get input(){const t=Wt(this)
t.n()
return t.input}get output(){const t=Wt(this)
t.n()
return t.output}get documentCount(){return Wt(this).a("space_count",o)}get queryCount(){return Wt(this).a("space_count",a)}get spread(){return Wt(this).a("space_spread")}get frozen(){return Wt(this).S()}freeze(t=!0){Wt(this).a("space_freeze",Number(C("freeze",t)))}export(){return Wt(this).R()}fitRawIndex(t){return function(t,e){const r="fitRawIndex"
t.i()
const{dim:s}=t,i=j(r,e,s,4294967295)
t.ia(r,e)
0===t.a("space_count",o)&&l("LORA_E_STATE",`${r}: the space knows no documents; call learnDocuments before`)
const{documentMean:a}=t.R(),n=zt(t),c=Array.from({length:i},(t,r)=>e.subarray(r*s,(r+1)*s)),h=Float64Array.from(c,t=>{const e=Float64Array.from(t)
Bt(e,-1,a)
Ht(e,n)
return Math.sqrt(Ct(e,e))}),{b:u,r2:d}=function(t,e){const{length:r}=t,s=new Float64Array(t[0].length)
for(const e of t)Bt(s,1/r,e)
const i=e.reduce((t,e)=>t+e/r,0),o=new Float64Array(s.length),a=e.map(t=>t-i),n=Ct(a,a)
if(n<=1e-12*Ct(e,e))return{b:o,r2:1}
const c=()=>{const e=new Float64Array(s.length)
t.forEach((t,r)=>Bt(e,a[r],t))
return e}
let h=c(),u=Ct(h,h)
for(let r=0;r<64;r++){const r=Ct(h,s),i=e.map((e,s)=>Ct(h,t[s])-r),d=u/Ct(i,i)
if(!Number.isFinite(d))break
Bt(o,d,h)
Bt(a,-d,i)
if(d*u<=1e-5*n)break
const l=c(),p=u
u=Ct(l,l)
Bt(l,u/p,h)
h=l}return{b:o,r2:1-Ct(a,a)/n}}(c,h)
return{correction:Float32Array.from(u),r2:d}}(Wt(this),t)}rawQuery(t,e,r){return function(t,e,r,s=new Float32Array(t.dim)){t.i()
$("rawQuery: answer",e,t.dim)
$("rawQuery: correction",r,t.dim)
$("rawQuery: out",s,t.dim)
const i=Float64Array.from(e),o=Math.sqrt(Ct(i,i))||1
Ht(i,zt(t))
const a=i.map((t,e)=>Math.fround(t/o-.5*r[e]))
a.every(Number.isFinite)||l("LORA_E_NONFINITE","rawQuery: a number of the answer or the correction is not finite")
s.set(a)
return s}(Wt(this),t,e,r)}clone(){const e=Wt(this)
e.i()
const r=new t({...e.l(),engine:e.r})
Wt(r).s(this)
return r}copyFrom(t){Wt(this).s(t)}reset(){Wt(this).a("space_reset")}},Yt=class extends Pt{I
constructor(t,e,r,s){super(t,function(t){const e=C("cautious",t.cautious)
if(void 0===t.space){e&&l("LORA_E_OPTION","cautious: it needs a space")
return t}const r=Jt("space",t.space)
r.i()
const s=void 0!==t.in||void 0!==t.out,i=t.dim??(s?void 0:r.dim)
return{...t,dim:i,engine:t.engine??r.r}}(e),r,s)
this.space=e.space
this.cautious=e.cautious
if(void 0!==this.space)try{this.I=Jt("space",this.space)
this.Ma(this.I)}catch(t){this.y()
throw t}}Ma(t){t.c!==this.c&&l("LORA_E_OPTION","space: it is in another engine")
const e=this.c.d.lora_join_space(this.e,t.e,Number(this.cautious))
if(e===r.LORA_E_SHAPE){const e=this.in===this.out?this.in:`${this.in} and ${this.out}`
l("LORA_E_SHAPE",`space: its vectors have ${t.dim} numbers, these have ${e}`)}e<0&&m(e,"space")}l(){return{...super.l(),...void 0===this.space?{}:{space:this.space,cautious:this.cautious}}}},Vt=t=>I("rank",t,1,64,"LORA_E_SHAPE")
function Qt(t,e,r,s){const[{adapters:i}]=t
for(const{adapters:e}of t){e.i()
e.c!==i.c&&l("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.C===i.C||l("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")
e.I!==i.I&&l("LORA_E_OPTION","these adapters are in different spaces; load them into one")}const o=i.ma({rank:e}),a={adapter:o,keptEnergy:1,foldError:0}
try{const e=Y(o)
e.Na(i)
for(let o=0;o<i.C;o++){const i=t.filter(({adapters:t})=>t.Oa(o))
i.length>0&&Xt(i,e,o,Number(r),s,a)}}catch(t){o.free()
throw t}return a}function Xt(t,e,r,s,i,o){const a=e.c,n=a.d,c=t.map(({adapters:t})=>t.rank),h=c.reduce((t,e)=>t+e,0),u=2*Math.max(...c),d=Math.max(Math.min(h,Math.max(128,4*e.rank)),u),l=St(a,"lora_sum_create",e.in,e.out,d)
try{for(const{adapters:e,weight:s}of t){const t=n.lora_sum_add(l,e.e,r,s)
t<0&&m(t,"sum")}const a=n.lora_sum_take(l,e.e,r,s,i)
a<0&&m(a,"sum")
o.keptEnergy=Math.min(o.keptEnergy,n.lora_sum_kept(l))
o.foldError=Math.max(o.foldError,n.lora_sum_lost(l))}finally{n.lora_free(l)}}var Kt=class t extends Yt{ma(t){return new(it.get(this.k))({...this.l(),engine:this.r,...t})}na(t){const e=e=>this.w("option",t,e)
return{...Object.fromEntries([..._].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}Na(t){const{d:e}=this.c
for(let r=0;r<this.C;r++){const s=(s,i=t.a("option",r,s))=>{const o=e.lora_set_option(this.e,r,s,i)
o<0&&m(o,"options")}
s(4,0)
s(5)
for(const t of _.values())s(t)}}Oa(t){return 1===this.C||t>=this.Ka||1===this.a("has_learned",t)}oa(e,r){const s=V(r,"an adapter like this one",e,t)
this.i()
s.i()
s.c!==this.c&&l("LORA_E_OPTION",`${r}: the two are in different engines`)
return s}Pa(){this.i()
const t=this.ma({})
try{Y(t).a("copy",this.e,1)}catch(e){t.free()
throw e}return t}s(t){const e=this.oa(t,"copyFrom"),s=this.c.d.lora_copy(this.e,e.e,0)
s===r.LORA_E_SHAPE&&l("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer, space or scopes differ; setWeights takes weights alone")
s<0&&m(s,"copyFrom")}Qa(t){return Qt([{adapters:this,weight:1}],Vt(t),!1,0).adapter}Ra(t,e={}){const r=this.oa(t,"update"),{rank:s,maxNorm:i}=H("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Qt([{adapters:this,weight:1},{adapters:r,weight:-1}],Vt(s),!1,x("update: maxNorm",i))}pa(t,e,r){const s=this.g(t),{d:i,f:o}=this.c,a=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=a.subarray(t*this.in,(t+1)*this.in)
o.set(e)
const n=i.lora_merge_row(this.e,s,t,r)
n<0&&m(n,"merge")
e.set(o.subarray(0,this.in))}return a}Sa(t){const e=this.g(t),{d:s}=this.c
s.lora_read_row(this.e,e,8,0)!==r.LORA_E_STATE&&l("LORA_E_STATE","merge: clicks have taught a shift, which no matrix holds")}J(t,e,r){$("W (out, in)",e,this.out*this.in)
this.Sa(t)
e.set(this.pa(t,e,r))
return e}qa(t){return this.pa(t,new Float32Array(this.out*this.in),1)}},Zt={temperature:void 0,margin:void 0,units:void 0},te=["spread","cosine"],ee=[.5,.07],re=[2,0],se={temperature:1,mapped:!1},ie=class extends Kt{ra=0
sa(){const t=this.a("mean_cosine")
return{meanCosine:t>1?void 0:t,advice:void 0===this.space&&t>.5&&t<=1?`inputs have a mean cosine of ${t.toFixed(2)}: they share a direction that hides what sets them apart. Make an EmbeddingSpace, learnDocuments, and give it to the adapter as \`space\``:void 0}}U(){if(this.ra>64||++this.ra<=64||!this.c.N)return
const{advice:t}=this.sa()
if(void 0!==t){this.c.N=!1
globalThis.console?.warn(`microlora: ${t}; init({ warnings: false }) turns this off`)}}H(t,e){super.H(t,e)
this.U()}o(t,e,r,s,i){const o=super.o(t,e,r,s,i)
this.U()
return o}V(t,e,r,s,i,o={}){const a=this.g(t),n=this.c,[c,h]=function(t){const{temperature:e,margin:r,units:s}=H("contrast",t,Zt)
if(void 0===r){const[t]=te,r=T("units",void 0===s?t:s,te)
return[re[r],F("temperature",void 0===e?ee[r]:e)]}void 0===e&&void 0===s||l("LORA_E_OPTION","contrast: give temperature and its units (InfoNCE), or margin (triplet), not both")
return[1,F("margin",r)]}(o)
$("contrast: query",e,i*this.in)
$("contrast: positive",r,i*this.out)
const u=i+(void 0===s?0:j("contrast: negatives",s,this.out,65536-i))
u<2&&l("LORA_E_SHAPE","contrast: give at least one negative")
const d=n.d.lora_reserve(this.e,i,u)
d<0&&m(d,"contrast")
n.z()
const p=n.f
p.set(e)
p.set(r,e.length)
void 0!==s&&p.set(s,e.length+r.length)
const f=n.d.lora_contrast(this.e,a,i,u,c,h)
f<-1&&this.m(f,"contrast",a)
this.D=i
this.U()
return f}ta(t,e,r,s,i){const o=j("contrastBatch: queries",e,this.in,this.batch)
return this.V(t,e,r,s,o,i)}ua(t,e,r,s,i={}){const o=this.g(t),{temperature:a,mapped:n}=H("click",i,se)
void 0===this.space&&l("LORA_E_STATE","click: these adapters are in no space; make them with a `space`")
$("click: query",e,this.in)
const c=j("click: shown",r,this.out,32)
c<2&&l("LORA_E_SHAPE","click: show at least two documents")
const h=I("click: index",s,0,c-1,"LORA_E_SHAPE"),u=Number(C("mapped",n)),d=F("temperature",a)
this.va("click",e,r,c)
const{d:p}=this.c,m=p.lora_click(this.e,o,c,h,u,d)
m<-1&&this.m(m,"click",o)
this.D=1
return m}va(t,e,r,s){const i=this.c,o=i.d.lora_reserve(this.e,1,s)
o<0&&m(o,t)
i.z()
i.f.set(e)
i.f.set(r,e.length)}W(t,e,r,s={}){const i=this.g(t),o=this.c,a=C("mapped",H("score",s,{mapped:!1}).mapped)
a&&void 0===this.space&&l("LORA_E_OPTION","mapped: these adapters are in no space")
$("score: x",e,this.in)
const n=j("score: documents",r,this.out,65536)
this.va("score",e,r,n)
const c=o.d.lora_score(this.e,i,n,Number(a))
c<0&&this.m(c,"score",i)
return o.f.slice(0,n)}wa(t,e,r,s){const i=this.W(t,e,r,s)
return Uint32Array.from(i,(t,e)=>e).sort((t,e)=>i[e]-i[t]||t-e)}xa(t,e){const r=this.g(t),s=this.c
if(void 0!==e){$("accumulate: gradient",e,this.out)
s.f.set(e)}const i=s.d.lora_accumulate(this.e,r,1,void 0===e?0:1)
i<0&&this.m(i,"accumulate",r)}ya(t){const e=this.g(t),r=this.c.d.lora_step(this.e,e)
r<0&&this.m(r,"step",e)}},oe=Y
function ae(t){const e=oe(t)
e.n()
return e}var ne=class extends X{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
J(this)}get input(){return ae(this).input}get output(){return ae(this).output}get gradient(){return ae(this).gradient}get inputs(){return ae(this).inputs}get outputs(){return ae(this).outputs}get gradients(){return ae(this).gradients}get paramCount(){return oe(this).a("param_count")}get learningRate(){return oe(this).P}set learningRate(t){const e=x("learningRate",t)
oe(this).F(i,{learningRate:e})}},ce=Y,he=class extends ne{get space(){return ce(this).space}get cautious(){return ce(this).cautious}diagnose(){return Y(this).sa()}clone(){return ce(this).Pa()}copyFrom(t){ce(this).s(t)}resize(t){return ce(this).Qa(t)}update(t,e){return ce(this).Ra(t,e)}},ue="MicroLoRA",de=Y,le=class extends ie{u(){return{learningRate:this.P,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},pe=class extends he{
constructor(t){const e=H(ue,t,y)
super(new le(ue,e,1,0))}forward(t,e){return de(this).da(0,t,e)}adapt(t){de(this).H(0,t)}forwardBatch(t,e){return de(this).ea(0,t,e)}adaptBatch(t){de(this).fa(0,t)}learn(t,e,r){return de(this).o(0,t,e,1,r)}learnBatch(t,e,r){return de(this).ga(0,t,e,r)}adaptWithReward(t){de(this).ha(0,t)}get deltaNorm(){return de(this).a("delta_norm",0)}get adaptCount(){return de(this).a("adapt_count",0)}get forwardCount(){return de(this).a("forward_count",0)}getWeights(){return de(this).ba(0)}setWeights(t){
de(this).ca(0,t)}reset(){de(this).a("reset",i)}},me=Y,MicroLoRA=class extends pe{static k=ot("MicroLoRA",this)
contrast(t,e,r,s){return me(this).V(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return me(this).ta(0,t,e,r,s)}click(t,e,r,s){return me(this).ua(0,t,e,r,s)}score(t,e,r){return me(this).W(0,t,e,r)}order(t,e,r){return me(this).wa(0,t,e,r)}get served(){return me(this).a("served",0)}accumulate(t){me(this).xa(0,t)}step(){me(this).ya(0)}decayToBase(t){me(this).a("decay_to_base",0,M(t))}setOptions(t){me(this).F(i,t)}getOptions(){return me(this).na(0)}delta(){return me(this).qa(0)}mergeInto(t){
return me(this).J(0,t,1)}unmergeFrom(t){return me(this).J(0,t,-1)}},fe=t=>Object.freeze(t.split(" ")),ge=/* @__PURE__ */fe("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),_e=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */fe("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */fe("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */fe("Aggregate GroupBy"),
shaping:/* @__PURE__ */fe("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */fe("VectorDistance Rerank")}),ye="ScopedLoRA",be=Y,Ae={...y,scopes:void 0,categories:void 0,categoryFallback:!0}
function ve(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||N("scopes","an array of names",t)
I("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&l("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}function Oe(t,e){B(t)&&Object.values(t).every(Array.isArray)||N("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&l("LORA_E_SCOPE",`categories: there is no scope ${O(t)}${w(t,[...e.keys()])}`)
r.has(s)&&l("LORA_E_OPTION",`categories: ${v(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}var Ee=class extends ie{constructor(t){const e=H(ye,t,Ae),r=void 0===e.scopes?ge:ve(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?_e:{})
const i=Oe(e.categories,s),o=C("categoryFallback",e.categoryFallback)
super(ye,e,r.length,i.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.K=s
this.categoryFallback=o
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.za(o)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}u(){return{learningRate:this.P,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}za(t){this.a("set_category_fallback",Number(C("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.K.get(t)??l("LORA_E_SCOPE",`there is no scope ${v(t)}${w(t,this.scopes)}`):I("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},we=class extends he{constructor(t){super(new Ee(t))}get scopes(){return be(this).scopes}get categories(){return be(this).categories}scopeName(t){const e=be(this)
e.i()
return e.scopes[e.g(t)]}forward(t,e,r){return be(this).da(t,e,r)}adapt(t,e){be(this).H(t,e)}forwardBatch(t,e,r){return be(this).ea(t,e,r)}adaptBatch(t,e){be(this).fa(t,e)}learn(t,e,r,s){return be(this).o(t,e,r,1,s)}learnBatch(t,e,r,s){return be(this).ga(t,e,r,s)}adaptWithReward(t,e){be(this).ha(t,e)}deltaNorm(t){return be(this).w("delta_norm",t)}adaptCount(t){return be(this).w("adapt_count",t)}forwardCount(t){return be(this).w("forward_count",t)}get totalAdaptCount(){
return be(this).a("total_adapt_count")}get totalForwardCount(){return be(this).a("total_forward_count")}get categoryFallback(){return be(this).categoryFallback}set categoryFallback(t){be(this).za(t)}getWeights(t){return be(this).ba(t)}setWeights(t,e){be(this).ca(t,e)}reset(t){const e=be(this)
e.a("reset",void 0===t?i:e.g(t))}},Re=Y,ScopedLoRA=class extends we{static k=ot("ScopedLoRA",this)
contrast(t,e,r,s,i){return Re(this).V(t,e,r,s,1,i)}contrastBatch(t,e,r,s,i){return Re(this).ta(t,e,r,s,i)}click(t,e,r,s,i){return Re(this).ua(t,e,r,s,i)}score(t,e,r,s){return Re(this).W(t,e,r,s)}order(t,e,r,s){return Re(this).wa(t,e,r,s)}served(t){return Re(this).w("served",t)}accumulate(t,e){Re(this).xa(t,e)}step(t){Re(this).ya(t)}decayToBase(t,e){Re(this).w("decay_to_base",t,M(e))}setOptions(t,e){const r=Re(this)
r.F(void 0===e?i:r.g(e),t)}getOptions(t){return Re(this).na(t)}delta(t){return Re(this).qa(t)}mergeInto(t,e){return Re(this).J(t,e,1)}unmergeFrom(t,e){return Re(this).J(t,e,-1)}},Le="TrajectoryBuffer",Ne=Y,$e=2**32-1,je={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Se(t,e){const r=k(t,e)
r<=0&&l("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var ke={probability:1,limit:1/0,stopped:!1},Ie=/* @__PURE__ */new Map([["operator",0],["attention",1]]),xe=class extends kt{constructor(t){const e=H(Le,t,je)
super(Le,e.engine)
this.capacity=I("capacity",e.capacity,1,$e)
this.dim=I("dim",e.dim,1,s,"LORA_E_SHAPE")
this.operators=I("operators",e.operators,1,256)
this.E("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}u(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends X{static k=ot(Le,this)
constructor(t){const e=new xe(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
J(this)}record(t,e,r,s,i,o){const a=Ne(this)
$("embedding",t,a.dim)
I("operator",e,0,a.operators-1)
I("attention",r,0,255)
Se("executionMs",s)
Se("baselineMs",i)
const n=void 0===o?void 0:function(t){const{probability:e,limit:r,stopped:s}=H("record",t,ke)
k("probability",e)>0&&Number(e)<=1||l("LORA_E_RANGE",`probability must be above 0 and at most 1, got ${e}`)
r!==1/0&&Se("limit",r)
return[Number(e),Number(r),Number(C("stopped",s))]}(o),{d:c,f:h}=a.c,{e:u}=a
h.set(t)
const d=void 0===n?c.lora_trajectory_record(u,e,r,s,i):c.lora_trajectory_record_decision(u,e,r,s,i,...n)
d<0&&m(d,"record")}get length(){return Ne(this).a("trajectory_length")}get totalCount(){return Ne(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Ne(this).a("trajectory_success_rate")}get bestImprovement(){return Ne(this).a("trajectory_best_improvement")}get meanImprovement(){return Ne(this).a("trajectory_mean_improvement")}get variance(){return Ne(this).a("trajectory_variance")}get bestAttention(){return Ne(this).a("trajectory_best_attention")}
highQualityCount(t){return Ne(this).a("trajectory_high_quality_count",k("threshold",t))}countByOperator(t){const e=Ne(this)
I("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Ne(this)
I("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4),probability:r(5),limit:r(6),stopped:1===r(7)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&N("filter: keep","a function",t)
return[...this].filter(t)}top(t){I("top: count",t,0,$e)
const e=Array.from({length:this.length},(t,e)=>({improvement:Ne(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=P("statistics: by",t,Ie),r=(t,r)=>Ne(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){I("sample: count",t,0,$e)
const r=H("sample",e,{by:"uniform",seed:1}),s=1===T("sample: by",r.by,["uniform","improvement"]),i=I("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&l("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Ne(this).a("trajectory_draw",Number(s),i,e)))}reset(){Ne(this).a("trajectory_reset")}}
function Fe(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||l("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(s)
$(t,i,r)
return i}var Me=class{constructor(t,e){this.k=t
this.h=e}x(){return Y(this.h).x()}y(){this.h.free()}},Te=class extends Me{#e
#r
#s=!1
#i=-1
#o=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#i=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Fe("forward_array: input",e,this.#e.dim))
this.#i=t
this.#s=!0
return r}prepare(t){if(this.#i===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#o[t]=this.hidden(t)+1
this.#i=t}forget(){this.#i=-1}hidden(t){return this.#o[t]??0}get hiddenInAll(){return this.#o.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#o=[]:this.#o[t]=0}},Pe=/* @__PURE__ */fe("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Ce=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Be=Y,WasmMicroLoRA=class extends X{constructor(t,e,r){const s=new MicroLoRA(Ce(t,e,r))
super(new Te("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Be(this).inputAddress}get_output_ptr(){return Be(this).outputAddress}forward(){Be(this).forward(0)}forward_array(t){return Be(this).forwardArray(0,t)}adapt(){Be(this).prepare(0)
Be(this).h.adapt()}adapt_array(t){const e=Fe("adapt_array: gradient",t,Be(this).h.dim)
Be(this).prepare(0)
Be(this).h.adapt(e)}adapt_with_reward(t){Be(this).prepare(0)
Be(this).h.adaptWithReward(t)}delta_norm(){return Be(this).h.deltaNorm}adapt_count(){return BigInt(Be(this).h.adaptCount)}forward_count(){return BigInt(Be(this).h.forwardCount-Be(this).hidden(0))}param_count(){return Be(this).h.paramCount}dim(){return Be(this).h.dim}reset(){Be(this).h.reset()
Be(this).reset()}},ze=Y,WasmScopedLoRA=class extends X{constructor(t,e,r){const s=new ScopedLoRA(Ce(t,e,r))
super(new Te("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?ge[t]:void 0)??l("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return ze(this).inputAddress}get_output_ptr(){return ze(this).outputAddress}forward(t){ze(this).forward(t)}forward_array(t,e){return ze(this).forwardArray(t,e)}adapt(t){ze(this).prepare(t)
ze(this).h.adapt(t)}adapt_array(t,e){const r=Fe("adapt_array: gradient",e,ze(this).h.dim)
ze(this).prepare(t)
ze(this).h.adapt(t,r)}adapt_with_reward(t,e){ze(this).prepare(t)
ze(this).h.adaptWithReward(t,e)}delta_norm(t){return ze(this).h.deltaNorm(t)}adapt_count(t){return BigInt(ze(this).h.adaptCount(t))}forward_count(t){return BigInt(ze(this).h.forwardCount(t)-ze(this).hidden(t))}total_adapt_count(){return BigInt(ze(this).h.totalAdaptCount)}total_forward_count(){return BigInt(ze(this).h.totalForwardCount-ze(this).hiddenInAll)}set_category_fallback(t){ze(this).h.categoryFallback=t
ze(this).forget()}reset_scope(t){ze(this).h.reset(t)
ze(this).reset(t)}reset_all(){ze(this).h.reset()
ze(this).reset()}},He=t=>Y(t).h,WasmTrajectoryBuffer=class extends X{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Me("WasmTrajectoryBuffer",r))}record(t,e,r,s,i){const o=Fe("record: embedding",t,He(this).dim)
He(this).record(o,e,r,s,i)}success_rate(){return He(this).successRate}best_improvement(){return He(this).bestImprovement}mean_improvement(){return He(this).meanImprovement}variance(){return He(this).variance}best_attention(){return He(this).bestAttention}high_quality_count(t){return He(this).highQualityCount(t)}count_by_operator(t){return He(this).countByOperator(t)}len(){return He(this).length}total_count(){return BigInt(He(this).totalCount)}is_empty(){return He(this).isEmpty}reset(){
He(this).reset()}}
function De(t,e={}){Array.isArray(t)&&0!==t.length||N("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{B(t)||N("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=H("average",t,{adapter:void 0,weight:1})
return{adapters:V("average: adapter","a MicroLoRA or ScopedLoRA",e,Kt),weight:x("average: weight",r)}})
r.every(({weight:t})=>0===t)&&l("LORA_E_RANGE","average: one weight at least must be above 0")
const s=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=H("average",e,{rank:s})
return Qt(r,Vt(i),!0,0)}var We=["latency","cost","reward"],[qe]=We,Ge={[c]:"default",[h]:"budget",[u]:"chosen"},Ue=1e25,Je={dim:void 0,arms:void 0,scopes:["all"],categories:{},objective:qe,guard:void 0,memory:4,temperature:void 0,forgetting:1,floor:0,pending:256,seed:1,engine:void 0},Ye={default:0,budget:.1,confidence:1,patience:2},Ve={arms:void 0,baseline:void 0,explore:!0},Qe="Policy",Xe=class extends kt{context=new Float32Array(0)
constructor(t){const e=H(Qe,t,Je)
super(Qe,e.engine)
this.r=e.engine
this.dim=I("dim",e.dim,1,s,"LORA_E_SHAPE")
this.j=function(t){if("number"==typeof t)return Array.from({length:I("arms",t,1,256)},(t,e)=>`${e}`)
Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||N("arms","a number or an array of names",t)
I("the number of arms",t.length,1,256)
new Set(t).size!==t.length&&l("LORA_E_OPTION","arms: a name is there twice")
return[...t]}(e.arms)
this.scopes=ve(e.scopes)
this.K=new Map(this.scopes.map((t,e)=>[t,e]))
const r=Oe(e.categories,this.K)
this.categories=e.categories
const i=T("objective",e.objective,We)
this.objective=We[i]
this.memory=I("memory",e.memory,0,16)
this.pending=I("pending",e.pending,1,65536)
this.seed=I("seed",e.seed,0,2**32-1)
this.guard=this.Ta(e.guard)
const o=void 0===e.temperature?void 0:x("temperature",e.temperature)
this.forgetting=F("forgetting",e.forgetting)
this.forgetting>1&&l("LORA_E_RANGE",`forgetting must be at most 1, got ${this.forgetting}`)
this.floor=M(e.floor)
this.E("lora_policy_create",this.dim,this.j.length,this.memory,this.scopes.length,r.length,this.pending,i,this.guard?this.guard.default:n,this.seed)
const a=(t,e)=>this.a("policy_set_option",t,e)
void 0!==o&&a(0,o)
this.temperature=this.a("policy_option",0)
a(1,this.forgetting)
a(2,this.floor)
if(this.guard){a(3,this.guard.budget)
a(4,this.guard.confidence)
a(5,this.guard.patience)}r.forEach((t,e)=>t.forEach(t=>this.a("policy_set_category",t,e)))}Ta(t=this.objective===qe&&{}){if(!1===t)return!1
B(t)||N("guard","an object of options, or false",t)
const e=H("guard",t,Ye)
return{default:this.p(e.default),budget:x("guard: budget",e.budget),confidence:x("guard: confidence",e.confidence),patience:F("guard: patience",e.patience)}}l(){const{dim:t,objective:e,memory:r,scopes:s}=this
return{dim:t,arms:this.L(),scopes:s,objective:e,guard:this.guard,memory:r}}u(){return{bank:this.Aa()}}L(){return this.j.filter(t=>void 0!==t)}n(){this.i()
if(0!==this.context.length)return
const{c:t}=this
this.context=t.q(t.d.lora_policy_context(this.e),this.dim)}p(t){const e="string"==typeof t?this.j.indexOf(t):t
"number"!=typeof e&&N("arm","a name or a number",t)
if(void 0!==this.j[e])return e
const r=this.L()
return l("LORA_E_OPTION",`there is no arm ${"string"==typeof t?O(t):e}${w(t,r)}; the arms are ${v(r.join(", "))}`)}g(t){return void 0===t&&1===this.scopes.length?0:"string"==typeof t?this.K.get(t)??l("LORA_E_SCOPE",`there is no scope ${v(t)}${w(t,this.scopes)}`):I("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}Ba(t){return 1===this.scopes.length&&ArrayBuffer.isView(t[0])?[0,...t]:t}t(t,e){"number"!=typeof e&&N(t,"a number",e)
Number.isFinite(e)||l("LORA_E_NONFINITE",`${t} must be finite, got ${e}`)
const r=this.objective===qe?1e-25:-Ue
return e>=r&&e<=Ue?e:l("LORA_E_RANGE",`${t}: ${this.objective===qe?"a latency":`a ${this.objective}`} must be ${r} to 1e+25, got ${e}`)}X(t,e){return void 0===e?NaN:this.t(`${t}: baseline`,e)}Ca(t,e){$(`${t}: the context`,e,this.dim)
this.i()
const{d:r,f:s}=this.c
s.set(e)
const i=r.lora_policy_set_context(this.e)
i<0&&Ke(i,t)}Ua(t){if(void 0===t)return
Array.isArray(t)||N("choose: arms","an array of arms",t)
const e=new Set(t.map(t=>this.p(t)))
0===e.size&&l("LORA_E_OPTION","choose: arms is empty; leave it out for all")
this.guard&&!e.has(this.guard.default)&&l("LORA_E_OPTION",`choose: arms must have the default of the guard, ${O(this.j[this.guard.default])}; use { guard: false } where it may be missing`)
return Float32Array.from(e)}Va(t){const[e,r,s]=this.Ba(t),i=this.g(e),{arms:o,explore:a,baseline:n}=void 0===s?Ve:H("choose",s,Ve),c=C("choose: explore",a),h=this.X("choose",n),u=this.Ua(o)
this.Ca("choose",r)
void 0!==u&&this.c.f.set(u)
const d=this.Da(i,u?.length??0,c,h),{d:l}=this.c,p=t=>l.lora_policy_choice(this.e,t)
return{id:p(0),scope:i,arm:d,name:this.j[d],probability:p(1),limit:p(2),reason:Ge[p(3)]}}Da(t,e,r,s){const i=this.c.d.lora_policy_choose(this.e,t,e,Number(r),s)
i<0&&Ke(i,"choose")
return i}Wa(){return this.a("policy_choice",0)}Ea(t){const[e,r,s]=this.Ba(t),i=this.g(e),{baseline:o}=H("predict",void 0===s?{}:s,{baseline:void 0}),a=this.X("predict",o)
this.Ca("predict",r)
const{c:n}=this,c=n.d.lora_policy_predict(this.e,i,a)
c<0&&Ke(c,"predict")
const{buffer:h,byteOffset:u}=n.f,d=new Float64Array(h,u,3*c)
return this.Fa(t=>({expected:d[3*t],deviation:d[3*t+1],probability:d[3*t+2]}))}Fa(t){return this.j.flatMap((e,r)=>void 0===e?[]:[{arm:r,name:e,...t(r)}])}Aa(){this.a("policy_bank")
const{buffer:t,byteOffset:e}=this.c.f
return new Float64Array(t,e,1)[0]}Xa(t){const e=this.g(t)
return this.Fa(t=>({outcomes:this.a("policy_count",e,t,0),stopped:this.a("policy_count",e,t,1)}))}}
function Ke(t,e){t===r.LORA_E_NONFINITE&&l("LORA_E_NONFINITE",`${e}: the context has NaN, infinity or a number too large`)
return m(t,e)}var Ze=class extends Xe{Y(t,e){"number"!=typeof e&&N(`${t}: the id`,"a number",e)
const r=this.a("policy_fate",e)
1===r&&l("LORA_E_STATE",`${t}: the outcome of decision ${e} is known already`)
2===r&&l("LORA_E_STATE",`${t}: decision ${e} was forgotten, as only the last ${this.pending} are kept and reset() forgets all: learn or cancel sooner, or create the policy with a larger pending`)
r>0&&l("LORA_E_STATE",`${t}: there is no decision ${e}; choose gives ids, but not with { explore: false }`)
return e}Ga(t,e){1===e&&this.objective!==qe&&l("LORA_E_OPTION",`${t}: only a latency can be stopped, this is a ${this.objective}`)
return e}Ya(t,e){if(!B(e))return{cost:this.t(t,e),stopped:0}
const{stopped:r}=H(t,e,{stopped:void 0}),s=this.Ga(t,1)
return{cost:this.t(`${t}: stopped`,r),stopped:s}}o(t,e,r){this.i()
const s=this.Y("learn",t),{cost:i,stopped:o}=this.Ya("learn",e)
let a=NaN
if(void 0!==r){const t=H("learn",r,{baseline:void 0})
a=this.X("learn",t.baseline)}const{d:n}=this.c
this.M(n.lora_policy_learn(this.e,s,i,o,a),"learn")}M(t,e){t===r.LORA_E_MEMORY&&l("LORA_E_MEMORY",`${e}: the arena is full: ${this.c.d.lora_memory_wanted()} bytes are needed in one piece; nothing was learned; free() other objects or call engine.grow(bytes)`)
t<0&&Ke(t,e)}},tr=class t extends Ze{Za(t,e={}){"string"!=typeof t&&N("addArm: the name","a string",t)
this.j.includes(t)&&l("LORA_E_OPTION",`addArm: there is an arm ${O(t)}`)
const{like:s}=H("addArm",e,{like:void 0}),i=void 0===s?n:this.p(s)
this.i()
const o=this.c.d.lora_policy_add_arm(this.e,i)
o===r.LORA_E_RANGE&&l("LORA_E_RANGE","addArm: there are 256 arms")
this.M(o,"addArm")
this.j[o]=t
return o}_a(t){const e=this.p(t)
this.guard&&e===this.guard.default&&l("LORA_E_STATE","removeArm: it is the default of the guard")
1===this.L().length&&l("LORA_E_STATE","removeArm: it is the last arm")
this.a("policy_remove_arm",e)
this.j[e]=void 0}$a(t){const e=V("replay","a TrajectoryBuffer",t,xe)
this.n()
e.i()
"reward"===this.objective&&l("LORA_E_OPTION","replay: a TrajectoryBuffer has times, and this learns from rewards")
e.dim!==this.dim&&l("LORA_E_SHAPE",`replay: its vectors have ${e.dim} numbers, these have ${this.dim}`)
const r=e.a("trajectory_length")
Array.from({length:r},(t,r)=>{const s=t=>e.a("trajectory_get",r,t)
return{scope:this.g(s(0)),arm:this.p(s(1)),cost:this.t("replay: executionMs",s(2)),baseline:this.t("replay: baselineMs",s(3)),stopped:this.Ga("replay",s(7))}}).forEach(({scope:t,arm:r,cost:s,stopped:i,baseline:o},a)=>{e.a("trajectory_read",a)
this.context.set(e.c.f.subarray(0,this.dim))
this.Ha(t,r,s,i,o)})}Ha(t,e,r,s,i){const{d:o}=this.c
this.M(o.lora_policy_observe(this.e,t,e,r,s,i),"learning")}ab(e){const r=new t({...this.Ia(),guard:!1,pending:1,engine:this.r})
r.Ja(this.j)
r.n()
for(const{scope:t,context:s,arm:i,cost:o}of e){r.context.set(s)
r.Ha(t,i,o,0,NaN)}return r}bb(t,e){B(t)||N("toVW: the decision","what choose returned",t)
const{id:r,arm:s,probability:i,scope:o}=t
this.a("policy_read_context",this.Y("toVW",r))
const a=Array.from(this.c.f.subarray(0,this.dim),(t,e)=>0===t?"":` ${e}:${t}`),n=this.t("toVW: the cost",e),c="reward"===this.objective?-n:n,h=this.scopes.length>1?` |s ${o}`:""
return`${s+1}:${c}:${i} |x${a.join("")}${h}`}Ia(){const{dim:t,scopes:e,categories:r,objective:s,memory:i,pending:o,seed:a}=this,{guard:n,temperature:c,forgetting:h,floor:u}=this
return{dim:t,arms:this.j.length,scopes:e,categories:r,objective:s,guard:n,memory:i,temperature:c,forgetting:h,floor:u,pending:o,seed:a}}Ja(t){t.forEach((t,e)=>{void 0===t&&this.a("policy_remove_arm",e)})
this.j=[...t]}s(e){const s=V("copyFrom","a Policy",e,t)
this.i()
s.i()
s.c!==this.c&&l("LORA_E_OPTION","copyFrom: the two are in different engines")
const i=this.c.d.lora_policy_copy(this.e,s.e)
i===r.LORA_E_SHAPE&&l("LORA_E_SHAPE","copyFrom: they were made with other options, or have other arms")
this.M(i,"copyFrom")
const{temperature:o,forgetting:a,floor:n,guard:c}=s
Object.assign(this,{temperature:o,forgetting:a,floor:n,guard:c})}},er=t=>t.reduce((t,e)=>t+e,0)/t.length
function rr(t){const e=er(t),r=t.reduce((t,r)=>t+(r-e)**2,0)
return Math.sqrt(r/(t.length-1)/t.length)}var sr=Y,Policy=class t extends X{static k=ot("Policy",this)
constructor(t){const e=new tr(t)
super(e)
this.dim=e.dim
this.objective=e.objective
J(this)}get arms(){const t=sr(this)
t.i()
return t.L()}get scopes(){return sr(this).scopes}get context(){const t=sr(this)
t.n()
return t.context}choose(...t){return sr(this).Va(t)}decide(t){const e=sr(this)
return e.Da(e.g(t),0,!0,NaN)}get lastId(){return sr(this).Wa()}learn(t,e,r){sr(this).o(t,e,r)}cancel(t){const e=sr(this)
e.a("policy_cancel",e.Y("cancel",t))}predict(...t){return sr(this).Ea(t)}get bank(){return sr(this).Aa()}counts(t){return sr(this).Xa(t)}addArm(t,e){return sr(this).Za(t,e)}removeArm(t){sr(this)._a(t)}resetArm(t){const e=sr(this)
e.a("policy_reset_arm",e.p(t))}replay(t){sr(this).$a(t)}evaluate(t,e){return function(t,e,r){t.i()
const s=function(t,e){Array.isArray(e)||N("evaluate: the log","an array of decisions",e)
e.length<2&&l("LORA_E_SHAPE",`evaluate: the log needs 2 decisions, it has ${e.length}`)
return e.map((e,r)=>{const s=`evaluate: decision ${r}`
B(e)||N(s,"an object",e)
const{context:i,probability:o}=e
$(`${s}: context`,i,t.dim)
o>0&&o<=1||l("LORA_E_RANGE",`${s}: probability must be above 0, at most 1, got ${o}`)
return{context:i,probability:o,cost:t.t(`${s}: cost`,e.cost),scope:t.g(e.scope??(1===t.scopes.length?0:void 0)),arm:t.p(e.arm)}})}(t,e)
"function"!=typeof r&&N("evaluate: chooseOther","a function",r)
const i=s.map(({context:e,scope:s})=>function(t,e){const r=new Array(t.j.length).fill(0)
if(!Array.isArray(e)){r[t.p(e)]=1
return r}const s=e.reduce((t,e)=>t+e,0);(!(e.length<=r.length&&e.every(t=>t>=0))||Math.abs(s-1)>1e-6)&&l("LORA_E_RANGE","evaluate: chooseOther must return an arm, or probabilities of all arms that sum to 1")
e.forEach((t,e)=>r[e]=t)
return r}(t,r(e,t.scopes[s]))),o=function(t,e){const r=er(e.map(({cost:t})=>t)),s=[0,1].map(r=>t.ab(e.filter((t,e)=>e%2!==r)))
try{return e.map(({scope:t,context:e},i)=>{const o=s[i%2].Ea([t,e])
return Object.fromEntries(o.map(({arm:t,expected:e})=>[t,Number.isNaN(e)?r:e]))})}finally{for(const t of s)t.y()}}(t,s),a=s.map(({arm:t,probability:e},r)=>i[r][t]/e),n=s.map((t,e)=>i[e].reduce((t,r,s)=>t+(0===r?0:r*o[e][s]),0)),c=s.map(({cost:t},e)=>a[e]*t),h=s.map(({arm:t,cost:e},r)=>n[r]+(0===a[r]?0:a[r]*(e-o[r][t]))),u=a.reduce((t,e)=>t+e,0),d=a.reduce((t,e)=>t+e*e,0)
return{dr:er(h),snips:u>0?er(c)/(u/s.length):NaN,ips:er(c),dm:er(n),error:rr(h),effectiveSize:d>0?u*u/d:0,supported:Math.min(1,u/s.length)}}(sr(this),t,e)}toVW(t,e){return sr(this).bb(t,e)}clone(){const e=sr(this)
e.i()
const r=new t({...e.Ia(),engine:e.r}),s=sr(r)
s.Ja(e.j)
s.s(this)
return r}copyFrom(t){sr(this).s(t)}reset(){sr(this).a("policy_reset")}}
export{Pe as COMPAT_SCOPES,_e as DEFAULT_CATEGORIES,ge as DEFAULT_SCOPES,EmbeddingSpace,LoraError,MicroLoRA,Pe as PUBLISHED_SCOPES,Policy,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,De as average,jt as createEngine,Nt as default,$t as initSync,e as wasm}

