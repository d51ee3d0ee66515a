/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./microlora.wasm"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=16384,s=4294967295,i=0,o=1,a=4294967295,n=0,c=1,h=2,u=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[u]:super[Symbol.hasInstance](e)}get[u](){return!0}
constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function d(t,e,r){throw new LoraError(t,e,r)}var l={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${m}`}
function p(t,r){const s=Object.keys(e),[i]=s.filter(r=>e[r]===t)
d(i,`${r}: ${l[i]??i}`)}var m="",f=/* @__PURE__ */new Map([["mse",0],["huber",1],["cosine",2]]),g=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),_={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...g.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,space:void 0,cautious:!1,engine:void 0
},y=Object.fromEntries([...g.keys(),"betas"].map(t=>[t,void 0])),b=/* @__PURE__ */new Map([["sgd",0],["momentum",1],["adam",2],["adamw",3],["preconditioned",4]]),A=t=>t.length>80?`${t.slice(0,79)}…`:t,v=t=>A(JSON.stringify(t))
function E(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const i=[s]
for(let o=1;o<=e.length;o++){const a=r[o-1]+Number(t[s-1]!==e[o-1])
i.push(Math.min(a,r[o]+1,i[o-1]+1))}r=i}return r[e.length]}function O(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",i=Math.floor(r.length/3)+1
for(const t of e){const e=E(r,t.toLowerCase())
e<i&&([s,i]=[t,e])}return s&&` (did you mean ${A(s)}?)`}var w=t=>Object.prototype.toString.call(t).slice(8,-1),R=t=>"string"==typeof t?v(t):A(Object(t)===t?w(t):String(t)),L=(t,e,r,s="LORA_E_TYPE")=>d(s,`${t} must be ${e}, got ${R(r)}`)
function N(t,e,r){const s=j(t,e)
s!==r&&d("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function $(t,e,r,s){const i=j(t,e),o=i/r;(!Number.isInteger(o)||o<1||o>s)&&d("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${i} numbers`)
return o}function j(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===w(e))||L(t,"a Float32Array",e)
return e.length}function S(t,e){"number"!=typeof e&&L(t,"a number",e)
Number.isFinite(Math.fround(e))||d("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function k(t,e,r,s,i="LORA_E_RANGE"){"number"!=typeof e&&L(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&d(i,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function I(t,e){const r=S(t,e)
r<0&&d("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function x(t,e){const r=S(t,e)
r>0||d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function F(t){const e=S("share",t)
e>=0&&e<=1||d("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function M(t,e,r){const s=r.indexOf(e)
s<0&&d("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${R(e)}`+O(e,r)+m)
return s}function T(t,e,r){return r.get(e)??M(t,e,[...r.keys()])}function P(t,e){"boolean"!=typeof e&&L(t,"true or false",e)
return e}function C(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function B(t,e,r){C(e)||L(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
d("LORA_E_OPTION",`${t} has no option ${A(s)}${O(s,e)}; it has ${e.join(", ")}`+m)}}function z(t,e,r){B(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var H,D=/* @__PURE__ */Symbol.for("microlora 0.1.0"),W=globalThis
function q(t){const e=t?.[D]
"function"==typeof e&&e()
const r=H
H=void 0
return r}var G=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,D,{value:e=>{void 0===e?H=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:q(t)??L("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return q(this)?.k??"Object"}toJSON(){return J(this).x()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=q(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.x(),e)}`}}
function U(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:J}=G
function Y(t,e,r,s,i){const o=q(r)
if(o instanceof s)return o
void 0===o&&void 0!==function(t){let e
const r=t?.[D]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&d(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return L(t,e,r,i)}var V=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),Q=class extends G{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[V],configurable:!0})}free(){J(this).y()}[V](){this.free()}},X=[1,2,3,4,5],K=[[1,0,2,0,-1],[0,1,0,-2,1]],Z=[[1,2,0,0,4],[0,2,4,0,-2]],tt=[1,0,-1,2,.5],et=[2,3,1,4,10],rt=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],st=/* @__PURE__ */new Map
function it(t,e){st.set(t,e)
return t}var ot,at,nt=4293918720,ct="this is not the microlora.wasm of this release: take the one beside this script",ht=(t=16777216)=>k("memory (bytes)",t,131072,nt),ut=class{k="Engine"
N=!0
cb=st
f=new Float32Array(0)
Z="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
7!==e.lora_version?.()&&d("LORA_E_MODULE",ct)
this._=e.memory
this.d={...e}
this.$=1===this.d.lora_simd()}x(){return{simd:this.$,memoryUsage:this.O()}}O(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}q(t,e){return new Float32Array(this._.buffer,t>>>0,e)}aa(t){this.d.lora_grow(t)<0&&d("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.z()}z(){const t=this.d
this.f=this.q(t.lora_transfer(),t.lora_transfer_size())}},dt=J,Engine=class extends G{constructor(t,e,r){const s=new ut(t)
s.N=r
s.aa(e)
super(s)
this.simd=s.$
U(this)}get memory(){return dt(this)._}get memoryUsage(){return dt(this).O()}grow(t){dt(this).aa(k("grow: bytes",t,1,nt))}},lt=t=>function(t){const{d:e,f:r}=t,s=e.lora_create(5,5,K.length,.5,.25,0,0,1,1,0,1),i=i=>{r.set(X)
e.lora_forward(s,0,1,1)
const o=t.q(e.lora_output(s),5)
return i.every((t,e)=>t===o[e])};[K,Z].forEach((t,i)=>t.forEach((t,o)=>{r.set(t)
e.lora_write_row(s,0,i,o)}))
const o=i(et)
r.set(tt)
e.lora_adapt(s,0,1,1)
const a=i(rt)
e.lora_free(s)
return o&&a}(dt(t)),pt="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",mt=t=>"WebAssembly.Module"===w(t)
function ft(t){const e=z("init",void 0===t||C(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&d("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:ht(e.memory),simd:void 0===e.simd?void 0:P("simd",e.simd),warnings:P("warnings",e.warnings)}}function gt(){"object"!=typeof WebAssembly&&d("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function _t(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&d("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&d("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||mt(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":ct:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
d("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function yt(t){if(mt(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===w(t))(t))return t
d("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${w(t)}`)}async function bt(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function At(t){const e=mt(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function vt(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
if(mt(r))return r
try{return new WebAssembly.Module(r)}catch(t){if(t instanceof RangeError)return r
if(WebAssembly.validate(r))throw t
return}}var Et=(t,{memory:e,warnings:r})=>new Engine(t,ht(e),r)
function Ot(t,e){const r=Et(t,e)
lt(r)||d("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&d("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function wt(t){gt()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(w(e))&&(e=await fetch(e))
if("Response"===w(e)){const{ok:t,url:r,status:s,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||d("LORA_E_MODULE",`${r} answered ${s} ${i.get("Content-Type")}, no wasm: put the file there`)}return yt(e)}(t.module)
return Ot(await bt(e),t)}const r=vt(t)
if(void 0!==r){const e=Et(await bt(r),t)
if(lt(e))return e}!0===t.simd&&d("LORA_E_SIMD",pt)
const s=await(async()=>{throw new Error("this entry carries the SIMD build only, which workerd always has")})().catch(t=>d("LORA_E_SIMD",pt,t)),i=Et(await bt(s),t)
lt(i)||d("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(r){return _t(r,t,e)}}function Rt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&d("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(W,D,{value:t,configurable:!0})}(t)
return t}async function Lt(t){const e=ft(t)
if(void 0===ot){at??=wt(e).then(t=>ot??=t).finally(()=>at=void 0)
await at}return Rt(ot,e)}function Nt(t){const e=ft(t)
ot??=function(t){gt()
let e
try{if(void 0!==t.module){e=yt(t.module)
return Ot(At(e),t)}const r=vt(t)
if(void 0!==r){const e=Et(At(r),t)
if(lt(e))return e}return d("LORA_E_SIMD",pt)}catch(r){return _t(r,t,e)}}(e)
return Rt(ot,e)}async function $t(t){return wt(ft(t))}function jt(t,r,...s){const i=t.d[r](...s)
i===e.LORA_E_MEMORY&&d("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.O().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
i<0&&p(i,r)
t.z()
return i}var St=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?Y("engine","one of init or createEngine",r,ut,"LORA_E_OPTION"):J(ot??d("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}E(t,...e){this.e=jt(this.c,t,...e)
this.c.Z?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?p(r,t):r}i(){0===this.e&&p(e.LORA_E_HANDLE,"after free()")}y(){if(0!==this.e){this.c.Z?.unregister(this)
this.a("free")
this.e=0}}x(){return{...this.l(),...0===this.e?{freed:!0}:this.u()}}l(){return{}}u(){return{}}},kt=["A","B"],It=(t,e)=>k(t,e,1,r,"LORA_E_SHAPE"),xt=class extends St{constructor(t,e,r,i){super(t,e.engine)
this.r=e.engine
this.Ka=r
this.C=r+i
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&d("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===o?It("in",e.in):It("dim",o),n=void 0===o?It("out",e.out):a,c=k("rank",e.rank,1,64,"LORA_E_SHAPE"),h=S("alpha",e.alpha),u=k("batch",e.batch,1,1024),l=T("optimizer",e.optimizer,b),p=e.optimizer,m=k("seed",e.seed,0,2**32-1),f=P("sharedIO",e.sharedIO),g=void 0!==o
this.E("lora_create",a,n,c,h,void 0===e.learningRate?this.c.d.lora_default_rate(l,a):I("learningRate",e.learningRate),l,m,(g?1:0)+(f?2:0),r,i,u)
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
try{this.F(s,function(t){const e=Object.fromEntries(Object.keys(y).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.y()
throw t}}g(t){return t}w(t,e,...r){return this.a(t,this.g(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}}get P(){return this.a("option",0,0)}F(t,r){for(const[s,i,o]of function(t){const e=z("options",t,y),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||L("betas","an array of two numbers",e.betas)
const[t,s]=e.betas.map(t=>I("betas",t))
t<1&&s<1&&t**2<s||d("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,s],["betas",4,t])}for(const[t,s]of g)void 0!==e[t]&&r.push([t,s,I(t,e[t])])
return r}(r)){const r=this.c.d.lora_set_option(this.e,t,i,o)
r===e.LORA_E_RANGE&&d("LORA_E_RANGE",`${s} is out of its range, got ${o}; see the types`)
r<0&&p(r,s)}}ba(t){const e=this.g(t),[r,s]=kt.map((t,r)=>{const s=0===r?this.in:this.out,i=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
i.set(this.c.f.subarray(0,s),t*s)}return i})
return{A:r,B:s}}ca(t,e){const r=this.g(t),{A:s,B:i}=z("setWeights",e,{A:void 0,B:void 0})
N("setWeights: A (rank, in)",s,this.rank*this.in)
N("setWeights: B (rank, out)",i,this.rank*this.out)
const{d:o,f:a}=this.c
for(const t of[!1,!0])[s,i].forEach((e,s)=>{const i=0===s?this.in:this.out
for(let n=0;n<this.rank;n++){a.set(e.subarray(n*i,(n+1)*i))
const c=t?o.lora_write_row(this.e,r,s,n):o.lora_check(i)
c<0&&p(c,"setWeights")}})}},Ft=["sum","mean"],Mt={loss:void 0,delta:void 0,reduction:void 0},Tt=class extends xt{input=new Float32Array(0)
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
if(void 0!==e||void 0!==r){N("forward: x",e,this.in)
void 0!==r&&N("forward: out",r,this.out)
i.f.set(e)
o=1}const a=i.d.lora_forward(this.e,s,1,o)
a<0&&this.m(a,"forward",s)
if(void 0!==e){this.n()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}H(t,e){const r=this.g(t),s=this.c
let i=0
if(void 0!==e){N("adapt: gradient",e,this.out)
s.f.set(e)
i=1}const o=s.d.lora_adapt(this.e,r,1,i)
o<0&&this.m(o,"adapt",r)}ea(t,e=this.batch,r){const s=this.g(t),i=this.c,o="number"==typeof e,a=o?k("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):$("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&N("forwardBatch: out",r,a*this.out)
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
if(void 0!==e){i=$("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const o=s.d.lora_adapt(this.e,r,i,void 0===e?0:1)
o<0&&this.m(o,"adaptBatch",r)}o(t,e,r,s,i){const o=this.g(t),a=this.c
let n=0,c=1,h=0
if(void 0!==i){B("learn",i,Mt)
const t=i
void 0!==t.loss&&(n=T("loss",t.loss,f))
void 0!==t.reduction&&(h=M("reduction",t.reduction,Ft))
void 0!==t.delta&&(c=x("delta",t.delta))
1===h&&2===n&&d("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}N("learn: x",e,s*this.in)
N("learn: target",r,s*this.out)
a.f.set(e)
a.f.set(r,e.length)
const u=a.d.lora_learn(this.e,o,s,n,c,h)
u<-1&&this.m(u,"learn",o)
this.D=s
return u}ga(t,e,r,s){const i=$("learnBatch: X",e,this.in,this.batch)
return this.o(t,e,r,i,s)}ha(t,e){const r=this.g(t),{c:s,e:i}=this,o=s.d.lora_adapt_with_reward(i,r,S("reward",e))
o<0&&this.m(o,"adaptWithReward",r)}m(t,r,s){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&d("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}p(t,r)}}
function Pt(t,e){let r=0
for(let s=0;s<t.length;s++)r+=t[s]*e[s]
return r}function Ct(t,e,r){for(let s=0;s<t.length;s++)t[s]+=e*r[s]}function Bt(t){const{directions:e,scales:r}=t.R()
return Array.from(r,(r,s)=>({v:e.subarray(s*t.dim,(s+1)*t.dim),scale:r}))}function zt(t,e){const r=e.map(e=>(1-e.scale)*Pt(e.v,t))
e.forEach((e,s)=>Ct(t,-r[s],e.v))}var Ht="EmbeddingSpace",Dt=J,Wt=2**32-1,qt={dim:void 0,directions:void 0,engine:void 0},Gt=class extends St{input=new Float32Array(0)
output=this.input
constructor(t){const e=z(Ht,t,qt)
super(Ht,e.engine)
this.r=e.engine
this.dim=k("dim",e.dim,1,r,"LORA_E_SHAPE")
const s=Math.min(this.dim-1,64)
this.directions=k("directions",void 0===e.directions?Math.min(32,s):e.directions,0,s)
this.E("lora_space_create",this.dim,this.directions)}l(){const{dim:t,directions:e}=this
return{dim:t,directions:e}}u(){return{documentCount:this.a("space_count",i),queryCount:this.a("space_count",o),spread:this.a("space_spread"),frozen:this.S()}}S(){return 1===this.a("space_is_frozen")}n(){this.i()
if(0!==this.input.length)return
const{c:t,e:e,dim:r}=this
this.input=t.q(t.d.lora_space_input(e),r)
this.output=t.q(t.d.lora_space_output(e),r)}o(t,e,r){const s=$(t,r,this.dim,Wt)
e===i&&this.S()&&d("LORA_E_STATE",`${t}: the space is frozen; freeze(false) lets it learn again`)
s>64&&this.ia(t,r)
const{d:o}=this.c
this.T(t,r,t=>o.lora_space_learn(this.e,e,t/this.dim))}ia(t,e){const{d:r}=this.c
this.T(t,e,t=>r.lora_space_check(this.e,t/this.dim))}T(t,e,r){const s=this.c
this.a("space_reserve",Math.min(64,e.length/this.dim))
s.z()
const i=64*this.dim
for(let o=0;o<e.length;o+=i){const a=e.subarray(o,o+i)
s.f.set(a)
const n=r(a.length,o)
n<0&&p(n,t)}}ja(t,e,r,s){this.n()
const{d:i,f:o}=this.c
if(void 0===r&&void 0===s){const r=i.lora_space_map_input(this.e,e)
r<0&&p(r,t)
return}N(t,r,this.dim)
const a=r,n=void 0===s?new Float32Array(this.dim):s
N(`${t}: out`,n,this.dim)
o.set(a)
const c=i.lora_space_map(this.e,e,1)
c<0&&p(c,t)
this.input.set(a)
this.output.set(o.subarray(0,this.dim))
n.set(this.output)
return n}ka(t,e,r,s){$(t,r,this.dim,Wt)
void 0!==s&&N(`${t}: out`,s,r.length)
const i=new Float32Array(r.length),{c:o}=this
this.T(t,r,(t,r)=>{const s=o.d.lora_space_map(this.e,e,t/this.dim)
i.set(o.f.subarray(0,t),r)
return s})
if(void 0===s)return i
s.set(i)
return s}la(){return this.c.f.slice(0,this.dim)}R(){const[t,e]=[i,o].map(t=>{this.a("space_mean",t)
return this.la()}),r=new Float32Array(this.directions*this.dim),s=new Float32Array(this.directions)
for(let t=0;t<this.directions;t++){s[t]=this.a("space_direction",t)
r.set(this.la(),t*this.dim)}return{documentMean:t,queryMean:e,directions:r,scales:s}}s(t){const r=Ut("copyFrom",t)
this.i()
r.i()
r.c!==this.c&&d("LORA_E_OPTION","copyFrom: the two are in different engines")
const s=this.c.d.lora_space_copy(this.e,r.e)
s===e.LORA_E_SHAPE&&d("LORA_E_SHAPE","copyFrom: dim or directions differ")
s<0&&p(s,"copyFrom")}},Ut=(t,e)=>Y(t,`an ${Ht}`,e,Gt),EmbeddingSpace=class t extends Q{static k=it(Ht,this)
constructor(t){const e=new Gt(t)
super(e)
this.dim=e.dim
this.directions=e.directions
U(this)}learnDocuments(t){Dt(this).o("learnDocuments",i,t)}learnQueries(t){Dt(this).o("learnQueries",o,t)}document(t,e){return Dt(this).ja("document",i,t,e)}query(t,e){return Dt(this).ja("query",o,t,e)}documents(t,e){return Dt(this).ka("documents",i,t,e)}queries(t,e){return Dt(this).ka("queries",o,t,e)}get input(){const t=Dt(this)
t.n()
return t.input}get output(){const t=Dt(this)
t.n()
return t.output}get documentCount(){return Dt(this).a("space_count",i)}get queryCount(){return Dt(this).a("space_count",o)}get spread(){return Dt(this).a("space_spread")}get frozen(){return Dt(this).S()}freeze(t=!0){Dt(this).a("space_freeze",Number(P("freeze",t)))}export(){return Dt(this).R()}fitRawIndex(t){return function(t,e){const r="fitRawIndex"
t.i()
const{dim:s}=t,o=$(r,e,s,4294967295)
t.ia(r,e)
0===t.a("space_count",i)&&d("LORA_E_STATE",`${r}: the space knows no documents; call learnDocuments before`)
const{documentMean:a}=t.R(),n=Bt(t),c=Array.from({length:o},(t,r)=>e.subarray(r*s,(r+1)*s)),h=Float64Array.from(c,t=>{const e=Float64Array.from(t)
Ct(e,-1,a)
zt(e,n)
return Math.sqrt(Pt(e,e))}),{b:u,r2:l}=function(t,e){const{length:r}=t,s=new Float64Array(t[0].length)
for(const e of t)Ct(s,1/r,e)
const i=e.reduce((t,e)=>t+e/r,0),o=new Float64Array(s.length),a=e.map(t=>t-i),n=Pt(a,a)
if(n<=1e-12*Pt(e,e))return{b:o,r2:1}
const c=()=>{const e=new Float64Array(s.length)
t.forEach((t,r)=>Ct(e,a[r],t))
return e}
let h=c(),u=Pt(h,h)
for(let r=0;r<64;r++){const r=Pt(h,s),i=e.map((e,s)=>Pt(h,t[s])-r),d=u/Pt(i,i)
if(!Number.isFinite(d))break
Ct(o,d,h)
Ct(a,-d,i)
if(d*u<=1e-5*n)break
const l=c(),p=u
u=Pt(l,l)
Ct(l,u/p,h)
h=l}return{b:o,r2:1-Pt(a,a)/n}}(c,h)
return{correction:Float32Array.from(u),r2:l}}(Dt(this),t)}rawQuery(t,e,r){return function(t,e,r,s=new Float32Array(t.dim)){t.i()
N("rawQuery: answer",e,t.dim)
N("rawQuery: correction",r,t.dim)
N("rawQuery: out",s,t.dim)
const i=Float64Array.from(e),o=Math.sqrt(Pt(i,i))||1
zt(i,Bt(t))
const a=i.map((t,e)=>Math.fround(t/o-.5*r[e]))
a.every(Number.isFinite)||d("LORA_E_NONFINITE","rawQuery: a number of the answer or the correction is not finite")
s.set(a)
return s}(Dt(this),t,e,r)}clone(){const e=Dt(this)
e.i()
const r=new t({...e.l(),engine:e.r})
Dt(r).s(this)
return r}copyFrom(t){Dt(this).s(t)}reset(){Dt(this).a("space_reset")}},Jt=class extends Tt{I
constructor(t,e,r,s){super(t,function(t){const e=P("cautious",t.cautious)
if(void 0===t.space){e&&d("LORA_E_OPTION","cautious: it needs a space")
return t}const r=Ut("space",t.space)
r.i()
const s=void 0!==t.in||void 0!==t.out,i=t.dim??(s?void 0:r.dim)
return{...t,dim:i,engine:t.engine??r.r}}(e),r,s)
this.space=e.space
this.cautious=e.cautious
if(void 0!==this.space)try{this.I=Ut("space",this.space)
this.Ma(this.I)}catch(t){this.y()
throw t}}Ma(t){t.c!==this.c&&d("LORA_E_OPTION","space: it is in another engine")
const r=this.c.d.lora_join_space(this.e,t.e,Number(this.cautious))
if(r===e.LORA_E_SHAPE){const e=this.in===this.out?this.in:`${this.in} and ${this.out}`
d("LORA_E_SHAPE",`space: its vectors have ${t.dim} numbers, these have ${e}`)}r<0&&p(r,"space")}l(){return{...super.l(),...void 0===this.space?{}:{space:this.space,cautious:this.cautious}}}},Yt=t=>k("rank",t,1,64,"LORA_E_SHAPE")
function Vt(t,e,r,s){const[{adapters:i}]=t
for(const{adapters:e}of t){e.i()
e.c!==i.c&&d("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.C===i.C||d("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")
e.I!==i.I&&d("LORA_E_OPTION","these adapters are in different spaces; load them into one")}const o=i.ma({rank:e}),a={adapter:o,keptEnergy:1,foldError:0}
try{const e=J(o)
e.Na(i)
for(let o=0;o<i.C;o++){const i=t.filter(({adapters:t})=>t.Oa(o))
i.length>0&&Qt(i,e,o,Number(r),s,a)}}catch(t){o.free()
throw t}return a}function Qt(t,e,r,s,i,o){const a=e.c,n=a.d,c=t.map(({adapters:t})=>t.rank),h=c.reduce((t,e)=>t+e,0),u=2*Math.max(...c),d=Math.max(Math.min(h,Math.max(128,4*e.rank)),u),l=jt(a,"lora_sum_create",e.in,e.out,d)
try{for(const{adapters:e,weight:s}of t){const t=n.lora_sum_add(l,e.e,r,s)
t<0&&p(t,"sum")}const a=n.lora_sum_take(l,e.e,r,s,i)
a<0&&p(a,"sum")
o.keptEnergy=Math.min(o.keptEnergy,n.lora_sum_kept(l))
o.foldError=Math.max(o.foldError,n.lora_sum_lost(l))}finally{n.lora_free(l)}}var Xt=class t extends Jt{ma(t){return new(st.get(this.k))({...this.l(),engine:this.r,...t})}na(t){const e=e=>this.w("option",t,e)
return{...Object.fromEntries([...g].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}Na(t){const{d:e}=this.c
for(let r=0;r<this.C;r++){const s=(s,i=t.a("option",r,s))=>{const o=e.lora_set_option(this.e,r,s,i)
o<0&&p(o,"options")}
s(4,0)
s(5)
for(const t of g.values())s(t)}}Oa(t){return 1===this.C||t>=this.Ka||1===this.a("has_learned",t)}oa(e,r){const s=Y(r,"an adapter like this one",e,t)
this.i()
s.i()
s.c!==this.c&&d("LORA_E_OPTION",`${r}: the two are in different engines`)
return s}Pa(){this.i()
const t=this.ma({})
try{J(t).a("copy",this.e,1)}catch(e){t.free()
throw e}return t}s(t){const r=this.oa(t,"copyFrom"),s=this.c.d.lora_copy(this.e,r.e,0)
s===e.LORA_E_SHAPE&&d("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer, space or scopes differ; setWeights takes weights alone")
s<0&&p(s,"copyFrom")}Qa(t){return Vt([{adapters:this,weight:1}],Yt(t),!1,0).adapter}Ra(t,e={}){const r=this.oa(t,"update"),{rank:s,maxNorm:i}=z("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Vt([{adapters:this,weight:1},{adapters:r,weight:-1}],Yt(s),!1,I("update: maxNorm",i))}pa(t,e,r){const s=this.g(t),{d:i,f:o}=this.c,a=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=a.subarray(t*this.in,(t+1)*this.in)
o.set(e)
const n=i.lora_merge_row(this.e,s,t,r)
n<0&&p(n,"merge")
e.set(o.subarray(0,this.in))}return a}Sa(t){const r=this.g(t),{d:s}=this.c
s.lora_read_row(this.e,r,8,0)!==e.LORA_E_STATE&&d("LORA_E_STATE","merge: clicks have taught a shift, which no matrix holds")}J(t,e,r){N("W (out, in)",e,this.out*this.in)
this.Sa(t)
e.set(this.pa(t,e,r))
return e}qa(t){return this.pa(t,new Float32Array(this.out*this.in),1)}},Kt={temperature:void 0,margin:void 0,units:void 0},Zt=["spread","cosine"],te=[.5,.07],ee=[2,0],re={temperature:1,mapped:!1},se=class extends Xt{ra=0
sa(){const t=this.a("mean_cosine")
return{meanCosine:t>1?void 0:t,advice:void 0===this.space&&t>.5&&t<=1?`inputs have a mean cosine of ${t.toFixed(2)}: they share a direction that hides what sets them apart. Make an EmbeddingSpace, learnDocuments, and give it to the adapter as \`space\``:void 0}}U(){if(this.ra>64||++this.ra<=64||!this.c.N)return
const{advice:t}=this.sa()
if(void 0!==t){this.c.N=!1
globalThis.console?.warn(`microlora: ${t}; init({ warnings: false }) turns this off`)}}H(t,e){super.H(t,e)
this.U()}o(t,e,r,s,i){const o=super.o(t,e,r,s,i)
this.U()
return o}V(t,e,r,s,i,o={}){const a=this.g(t),n=this.c,[c,h]=function(t){const{temperature:e,margin:r,units:s}=z("contrast",t,Kt)
if(void 0===r){const[t]=Zt,r=M("units",void 0===s?t:s,Zt)
return[ee[r],x("temperature",void 0===e?te[r]:e)]}void 0===e&&void 0===s||d("LORA_E_OPTION","contrast: give temperature and its units (InfoNCE), or margin (triplet), not both")
return[1,x("margin",r)]}(o)
N("contrast: query",e,i*this.in)
N("contrast: positive",r,i*this.out)
const u=i+(void 0===s?0:$("contrast: negatives",s,this.out,65536-i))
u<2&&d("LORA_E_SHAPE","contrast: give at least one negative")
const l=n.d.lora_reserve(this.e,i,u)
l<0&&p(l,"contrast")
n.z()
const m=n.f
m.set(e)
m.set(r,e.length)
void 0!==s&&m.set(s,e.length+r.length)
const f=n.d.lora_contrast(this.e,a,i,u,c,h)
f<-1&&this.m(f,"contrast",a)
this.D=i
this.U()
return f}ta(t,e,r,s,i){const o=$("contrastBatch: queries",e,this.in,this.batch)
return this.V(t,e,r,s,o,i)}ua(t,e,r,s,i={}){const o=this.g(t),{temperature:a,mapped:n}=z("click",i,re)
void 0===this.space&&d("LORA_E_STATE","click: these adapters are in no space; make them with a `space`")
N("click: query",e,this.in)
const c=$("click: shown",r,this.out,32)
c<2&&d("LORA_E_SHAPE","click: show at least two documents")
const h=k("click: index",s,0,c-1,"LORA_E_SHAPE"),u=Number(P("mapped",n)),l=x("temperature",a)
this.va("click",e,r,c)
const{d:p}=this.c,m=p.lora_click(this.e,o,c,h,u,l)
m<-1&&this.m(m,"click",o)
this.D=1
return m}va(t,e,r,s){const i=this.c,o=i.d.lora_reserve(this.e,1,s)
o<0&&p(o,t)
i.z()
i.f.set(e)
i.f.set(r,e.length)}W(t,e,r,s={}){const i=this.g(t),o=this.c,a=P("mapped",z("score",s,{mapped:!1}).mapped)
a&&void 0===this.space&&d("LORA_E_OPTION","mapped: these adapters are in no space")
N("score: x",e,this.in)
const n=$("score: documents",r,this.out,65536)
this.va("score",e,r,n)
const c=o.d.lora_score(this.e,i,n,Number(a))
c<0&&this.m(c,"score",i)
return o.f.slice(0,n)}wa(t,e,r,s){const i=this.W(t,e,r,s)
return Uint32Array.from(i,(t,e)=>e).sort((t,e)=>i[e]-i[t]||t-e)}xa(t,e){const r=this.g(t),s=this.c
if(void 0!==e){N("accumulate: gradient",e,this.out)
s.f.set(e)}const i=s.d.lora_accumulate(this.e,r,1,void 0===e?0:1)
i<0&&this.m(i,"accumulate",r)}ya(t){const e=this.g(t),r=this.c.d.lora_step(this.e,e)
r<0&&this.m(r,"step",e)}},ie=J
function oe(t){const e=ie(t)
e.n()
return e}var ae=class extends Q{constructor(t){super(t)
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
U(this)}get input(){return oe(this).input}get output(){return oe(this).output}get gradient(){return oe(this).gradient}get inputs(){return oe(this).inputs}get outputs(){return oe(this).outputs}get gradients(){return oe(this).gradients}get paramCount(){return ie(this).a("param_count")}get learningRate(){return ie(this).P}set learningRate(t){const e=I("learningRate",t)
ie(this).F(s,{learningRate:e})}},ne=J,ce=class extends ae{get space(){return ne(this).space}get cautious(){return ne(this).cautious}diagnose(){return J(this).sa()}clone(){return ne(this).Pa()}copyFrom(t){ne(this).s(t)}resize(t){return ne(this).Qa(t)}update(t,e){return ne(this).Ra(t,e)}},he="MicroLoRA",ue=J,de=class extends se{u(){return{learningRate:this.P,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},le=class extends ce{
constructor(t){const e=z(he,t,_)
super(new de(he,e,1,0))}forward(t,e){return ue(this).da(0,t,e)}adapt(t){ue(this).H(0,t)}forwardBatch(t,e){return ue(this).ea(0,t,e)}adaptBatch(t){ue(this).fa(0,t)}learn(t,e,r){return ue(this).o(0,t,e,1,r)}learnBatch(t,e,r){return ue(this).ga(0,t,e,r)}adaptWithReward(t){ue(this).ha(0,t)}get deltaNorm(){return ue(this).a("delta_norm",0)}get adaptCount(){return ue(this).a("adapt_count",0)}get forwardCount(){return ue(this).a("forward_count",0)}getWeights(){return ue(this).ba(0)}setWeights(t){
ue(this).ca(0,t)}reset(){ue(this).a("reset",s)}},pe=J,MicroLoRA=class extends le{static k=it("MicroLoRA",this)
contrast(t,e,r,s){return pe(this).V(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return pe(this).ta(0,t,e,r,s)}click(t,e,r,s){return pe(this).ua(0,t,e,r,s)}score(t,e,r){return pe(this).W(0,t,e,r)}order(t,e,r){return pe(this).wa(0,t,e,r)}get served(){return pe(this).a("served",0)}accumulate(t){pe(this).xa(0,t)}step(){pe(this).ya(0)}decayToBase(t){pe(this).a("decay_to_base",0,F(t))}setOptions(t){pe(this).F(s,t)}getOptions(){return pe(this).na(0)}delta(){return pe(this).qa(0)}mergeInto(t){
return pe(this).J(0,t,1)}unmergeFrom(t){return pe(this).J(0,t,-1)}},me=t=>Object.freeze(t.split(" ")),fe=/* @__PURE__ */me("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),ge=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */me("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */me("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */me("Aggregate GroupBy"),
shaping:/* @__PURE__ */me("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */me("VectorDistance Rerank")}),_e="ScopedLoRA",ye=J,be={..._,scopes:void 0,categories:void 0,categoryFallback:!0}
function Ae(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||L("scopes","an array of names",t)
k("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&d("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}function ve(t,e){C(t)&&Object.values(t).every(Array.isArray)||L("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&d("LORA_E_SCOPE",`categories: there is no scope ${v(t)}${O(t,[...e.keys()])}`)
r.has(s)&&d("LORA_E_OPTION",`categories: ${A(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}var Ee=class extends se{constructor(t){const e=z(_e,t,be),r=void 0===e.scopes?fe:Ae(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?ge:{})
const i=ve(e.categories,s),o=P("categoryFallback",e.categoryFallback)
super(_e,e,r.length,i.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.K=s
this.categoryFallback=o
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.za(o)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}u(){return{learningRate:this.P,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}za(t){this.a("set_category_fallback",Number(P("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.K.get(t)??d("LORA_E_SCOPE",`there is no scope ${A(t)}${O(t,this.scopes)}`):k("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Oe=class extends ce{constructor(t){super(new Ee(t))}get scopes(){return ye(this).scopes}get categories(){return ye(this).categories}scopeName(t){const e=ye(this)
e.i()
return e.scopes[e.g(t)]}forward(t,e,r){return ye(this).da(t,e,r)}adapt(t,e){ye(this).H(t,e)}forwardBatch(t,e,r){return ye(this).ea(t,e,r)}adaptBatch(t,e){ye(this).fa(t,e)}learn(t,e,r,s){return ye(this).o(t,e,r,1,s)}learnBatch(t,e,r,s){return ye(this).ga(t,e,r,s)}adaptWithReward(t,e){ye(this).ha(t,e)}deltaNorm(t){return ye(this).w("delta_norm",t)}adaptCount(t){return ye(this).w("adapt_count",t)}forwardCount(t){return ye(this).w("forward_count",t)}get totalAdaptCount(){
return ye(this).a("total_adapt_count")}get totalForwardCount(){return ye(this).a("total_forward_count")}get categoryFallback(){return ye(this).categoryFallback}set categoryFallback(t){ye(this).za(t)}getWeights(t){return ye(this).ba(t)}setWeights(t,e){ye(this).ca(t,e)}reset(t){const e=ye(this)
e.a("reset",void 0===t?s:e.g(t))}},we=J,ScopedLoRA=class extends Oe{static k=it("ScopedLoRA",this)
contrast(t,e,r,s,i){return we(this).V(t,e,r,s,1,i)}contrastBatch(t,e,r,s,i){return we(this).ta(t,e,r,s,i)}click(t,e,r,s,i){return we(this).ua(t,e,r,s,i)}score(t,e,r,s){return we(this).W(t,e,r,s)}order(t,e,r,s){return we(this).wa(t,e,r,s)}served(t){return we(this).w("served",t)}accumulate(t,e){we(this).xa(t,e)}step(t){we(this).ya(t)}decayToBase(t,e){we(this).w("decay_to_base",t,F(e))}setOptions(t,e){const r=we(this)
r.F(void 0===e?s:r.g(e),t)}getOptions(t){return we(this).na(t)}delta(t){return we(this).qa(t)}mergeInto(t,e){return we(this).J(t,e,1)}unmergeFrom(t,e){return we(this).J(t,e,-1)}},Re="TrajectoryBuffer",Le=J,Ne=2**32-1,$e={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function je(t,e){const r=S(t,e)
r<=0&&d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Se={probability:1,limit:1/0,stopped:!1},ke=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Ie=class extends St{constructor(t){const e=z(Re,t,$e)
super(Re,e.engine)
this.capacity=k("capacity",e.capacity,1,Ne)
this.dim=k("dim",e.dim,1,r,"LORA_E_SHAPE")
this.operators=k("operators",e.operators,1,256)
this.E("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}u(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends Q{static k=it(Re,this)
constructor(t){const e=new Ie(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
U(this)}record(t,e,r,s,i,o){const a=Le(this)
N("embedding",t,a.dim)
k("operator",e,0,a.operators-1)
k("attention",r,0,255)
je("executionMs",s)
je("baselineMs",i)
const n=void 0===o?void 0:function(t){const{probability:e,limit:r,stopped:s}=z("record",t,Se)
S("probability",e)>0&&Number(e)<=1||d("LORA_E_RANGE",`probability must be above 0 and at most 1, got ${e}`)
r!==1/0&&je("limit",r)
return[Number(e),Number(r),Number(P("stopped",s))]}(o),{d:c,f:h}=a.c,{e:u}=a
h.set(t)
const l=void 0===n?c.lora_trajectory_record(u,e,r,s,i):c.lora_trajectory_record_decision(u,e,r,s,i,...n)
l<0&&p(l,"record")}get length(){return Le(this).a("trajectory_length")}get totalCount(){return Le(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Le(this).a("trajectory_success_rate")}get bestImprovement(){return Le(this).a("trajectory_best_improvement")}get meanImprovement(){return Le(this).a("trajectory_mean_improvement")}get variance(){return Le(this).a("trajectory_variance")}get bestAttention(){return Le(this).a("trajectory_best_attention")}
highQualityCount(t){return Le(this).a("trajectory_high_quality_count",S("threshold",t))}countByOperator(t){const e=Le(this)
k("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Le(this)
k("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4),probability:r(5),limit:r(6),stopped:1===r(7)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&L("filter: keep","a function",t)
return[...this].filter(t)}top(t){k("top: count",t,0,Ne)
const e=Array.from({length:this.length},(t,e)=>({improvement:Le(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=T("statistics: by",t,ke),r=(t,r)=>Le(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){k("sample: count",t,0,Ne)
const r=z("sample",e,{by:"uniform",seed:1}),s=1===M("sample: by",r.by,["uniform","improvement"]),i=k("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&d("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Le(this).a("trajectory_draw",Number(s),i,e)))}reset(){Le(this).a("trajectory_reset")}}
function xe(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||d("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(s)
N(t,i,r)
return i}var Fe=class{constructor(t,e){this.k=t
this.h=e}x(){return J(this.h).x()}y(){this.h.free()}},Me=class extends Fe{#e
#r
#s=!1
#i=-1
#o=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#i=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,xe("forward_array: input",e,this.#e.dim))
this.#i=t
this.#s=!0
return r}prepare(t){if(this.#i===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#o[t]=this.hidden(t)+1
this.#i=t}forget(){this.#i=-1}hidden(t){return this.#o[t]??0}get hiddenInAll(){return this.#o.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#o=[]:this.#o[t]=0}},Te=/* @__PURE__ */me("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Pe=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Ce=J,WasmMicroLoRA=class extends Q{constructor(t,e,r){const s=new MicroLoRA(Pe(t,e,r))
super(new Me("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Ce(this).inputAddress}get_output_ptr(){return Ce(this).outputAddress}forward(){Ce(this).forward(0)}forward_array(t){return Ce(this).forwardArray(0,t)}adapt(){Ce(this).prepare(0)
Ce(this).h.adapt()}adapt_array(t){const e=xe("adapt_array: gradient",t,Ce(this).h.dim)
Ce(this).prepare(0)
Ce(this).h.adapt(e)}adapt_with_reward(t){Ce(this).prepare(0)
Ce(this).h.adaptWithReward(t)}delta_norm(){return Ce(this).h.deltaNorm}adapt_count(){return BigInt(Ce(this).h.adaptCount)}forward_count(){return BigInt(Ce(this).h.forwardCount-Ce(this).hidden(0))}param_count(){return Ce(this).h.paramCount}dim(){return Ce(this).h.dim}reset(){Ce(this).h.reset()
Ce(this).reset()}},Be=J,WasmScopedLoRA=class extends Q{constructor(t,e,r){const s=new ScopedLoRA(Pe(t,e,r))
super(new Me("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?fe[t]:void 0)??d("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return Be(this).inputAddress}get_output_ptr(){return Be(this).outputAddress}forward(t){Be(this).forward(t)}forward_array(t,e){return Be(this).forwardArray(t,e)}adapt(t){Be(this).prepare(t)
Be(this).h.adapt(t)}adapt_array(t,e){const r=xe("adapt_array: gradient",e,Be(this).h.dim)
Be(this).prepare(t)
Be(this).h.adapt(t,r)}adapt_with_reward(t,e){Be(this).prepare(t)
Be(this).h.adaptWithReward(t,e)}delta_norm(t){return Be(this).h.deltaNorm(t)}adapt_count(t){return BigInt(Be(this).h.adaptCount(t))}forward_count(t){return BigInt(Be(this).h.forwardCount(t)-Be(this).hidden(t))}total_adapt_count(){return BigInt(Be(this).h.totalAdaptCount)}total_forward_count(){return BigInt(Be(this).h.totalForwardCount-Be(this).hiddenInAll)}set_category_fallback(t){Be(this).h.categoryFallback=t
Be(this).forget()}reset_scope(t){Be(this).h.reset(t)
Be(this).reset(t)}reset_all(){Be(this).h.reset()
Be(this).reset()}},ze=t=>J(t).h,WasmTrajectoryBuffer=class extends Q{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Fe("WasmTrajectoryBuffer",r))}record(t,e,r,s,i){const o=xe("record: embedding",t,ze(this).dim)
ze(this).record(o,e,r,s,i)}success_rate(){return ze(this).successRate}best_improvement(){return ze(this).bestImprovement}mean_improvement(){return ze(this).meanImprovement}variance(){return ze(this).variance}best_attention(){return ze(this).bestAttention}high_quality_count(t){return ze(this).highQualityCount(t)}count_by_operator(t){return ze(this).countByOperator(t)}len(){return ze(this).length}total_count(){return BigInt(ze(this).totalCount)}is_empty(){return ze(this).isEmpty}reset(){
ze(this).reset()}}
function He(t,e={}){Array.isArray(t)&&0!==t.length||L("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{C(t)||L("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=z("average",t,{adapter:void 0,weight:1})
return{adapters:Y("average: adapter","a MicroLoRA or ScopedLoRA",e,Xt),weight:I("average: weight",r)}})
r.every(({weight:t})=>0===t)&&d("LORA_E_RANGE","average: one weight at least must be above 0")
const s=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=z("average",e,{rank:s})
return Vt(r,Yt(i),!0,0)}var De=["latency","cost","reward"],[We]=De,qe={[n]:"default",[c]:"budget",[h]:"chosen"},Ge=1e25,Ue={dim:void 0,arms:void 0,scopes:["all"],categories:{},objective:We,guard:void 0,memory:4,temperature:void 0,forgetting:1,floor:0,pending:256,seed:1,engine:void 0},Je={default:0,budget:.1,confidence:1,patience:2},Ye={arms:void 0,baseline:void 0,explore:!0},Ve="Policy",Qe=class extends St{context=new Float32Array(0)
constructor(t){const e=z(Ve,t,Ue)
super(Ve,e.engine)
this.r=e.engine
this.dim=k("dim",e.dim,1,r,"LORA_E_SHAPE")
this.j=function(t){if("number"==typeof t)return Array.from({length:k("arms",t,1,256)},(t,e)=>`${e}`)
Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||L("arms","a number or an array of names",t)
k("the number of arms",t.length,1,256)
new Set(t).size!==t.length&&d("LORA_E_OPTION","arms: a name is there twice")
return[...t]}(e.arms)
this.scopes=Ae(e.scopes)
this.K=new Map(this.scopes.map((t,e)=>[t,e]))
const s=ve(e.categories,this.K)
this.categories=e.categories
const i=M("objective",e.objective,De)
this.objective=De[i]
this.memory=k("memory",e.memory,0,16)
this.pending=k("pending",e.pending,1,65536)
this.seed=k("seed",e.seed,0,2**32-1)
this.guard=this.Ta(e.guard)
const o=void 0===e.temperature?void 0:I("temperature",e.temperature)
this.forgetting=x("forgetting",e.forgetting)
this.forgetting>1&&d("LORA_E_RANGE",`forgetting must be at most 1, got ${this.forgetting}`)
this.floor=F(e.floor)
this.E("lora_policy_create",this.dim,this.j.length,this.memory,this.scopes.length,s.length,this.pending,i,this.guard?this.guard.default:a,this.seed)
const n=(t,e)=>this.a("policy_set_option",t,e)
void 0!==o&&n(0,o)
this.temperature=this.a("policy_option",0)
n(1,this.forgetting)
n(2,this.floor)
if(this.guard){n(3,this.guard.budget)
n(4,this.guard.confidence)
n(5,this.guard.patience)}s.forEach((t,e)=>t.forEach(t=>this.a("policy_set_category",t,e)))}Ta(t=this.objective===We&&{}){if(!1===t)return!1
C(t)||L("guard","an object of options, or false",t)
const e=z("guard",t,Je)
return{default:this.p(e.default),budget:I("guard: budget",e.budget),confidence:I("guard: confidence",e.confidence),patience:x("guard: patience",e.patience)}}l(){const{dim:t,objective:e,memory:r,scopes:s}=this
return{dim:t,arms:this.L(),scopes:s,objective:e,guard:this.guard,memory:r}}u(){return{bank:this.Aa()}}L(){return this.j.filter(t=>void 0!==t)}n(){this.i()
if(0!==this.context.length)return
const{c:t}=this
this.context=t.q(t.d.lora_policy_context(this.e),this.dim)}p(t){const e="string"==typeof t?this.j.indexOf(t):t
"number"!=typeof e&&L("arm","a name or a number",t)
if(void 0!==this.j[e])return e
const r=this.L()
return d("LORA_E_OPTION",`there is no arm ${"string"==typeof t?v(t):e}${O(t,r)}; the arms are ${A(r.join(", "))}`)}g(t){return void 0===t&&1===this.scopes.length?0:"string"==typeof t?this.K.get(t)??d("LORA_E_SCOPE",`there is no scope ${A(t)}${O(t,this.scopes)}`):k("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}Ba(t){return 1===this.scopes.length&&ArrayBuffer.isView(t[0])?[0,...t]:t}t(t,e){"number"!=typeof e&&L(t,"a number",e)
Number.isFinite(e)||d("LORA_E_NONFINITE",`${t} must be finite, got ${e}`)
const r=this.objective===We?1e-25:-Ge
return e>=r&&e<=Ge?e:d("LORA_E_RANGE",`${t}: ${this.objective===We?"a latency":`a ${this.objective}`} must be ${r} to 1e+25, got ${e}`)}X(t,e){return void 0===e?NaN:this.t(`${t}: baseline`,e)}Ca(t,e){N(`${t}: the context`,e,this.dim)
this.i()
const{d:r,f:s}=this.c
s.set(e)
const i=r.lora_policy_set_context(this.e)
i<0&&Xe(i,t)}Ua(t){if(void 0===t)return
Array.isArray(t)||L("choose: arms","an array of arms",t)
const e=new Set(t.map(t=>this.p(t)))
0===e.size&&d("LORA_E_OPTION","choose: arms is empty; leave it out for all")
this.guard&&!e.has(this.guard.default)&&d("LORA_E_OPTION",`choose: arms must have the default of the guard, ${v(this.j[this.guard.default])}; use { guard: false } where it may be missing`)
return Float32Array.from(e)}Va(t){const[e,r,s]=this.Ba(t),i=this.g(e),{arms:o,explore:a,baseline:n}=void 0===s?Ye:z("choose",s,Ye),c=P("choose: explore",a),h=this.X("choose",n),u=this.Ua(o)
this.Ca("choose",r)
void 0!==u&&this.c.f.set(u)
const d=this.Da(i,u?.length??0,c,h),{d:l}=this.c,p=t=>l.lora_policy_choice(this.e,t)
return{id:p(0),scope:i,arm:d,name:this.j[d],probability:p(1),limit:p(2),reason:qe[p(3)]}}Da(t,e,r,s){const i=this.c.d.lora_policy_choose(this.e,t,e,Number(r),s)
i<0&&Xe(i,"choose")
return i}Wa(){return this.a("policy_choice",0)}Ea(t){const[e,r,s]=this.Ba(t),i=this.g(e),{baseline:o}=z("predict",void 0===s?{}:s,{baseline:void 0}),a=this.X("predict",o)
this.Ca("predict",r)
const{c:n}=this,c=n.d.lora_policy_predict(this.e,i,a)
c<0&&Xe(c,"predict")
const{buffer:h,byteOffset:u}=n.f,d=new Float64Array(h,u,3*c)
return this.Fa(t=>({expected:d[3*t],deviation:d[3*t+1],probability:d[3*t+2]}))}Fa(t){return this.j.flatMap((e,r)=>void 0===e?[]:[{arm:r,name:e,...t(r)}])}Aa(){this.a("policy_bank")
const{buffer:t,byteOffset:e}=this.c.f
return new Float64Array(t,e,1)[0]}Xa(t){const e=this.g(t)
return this.Fa(t=>({outcomes:this.a("policy_count",e,t,0),stopped:this.a("policy_count",e,t,1)}))}}
function Xe(t,r){t===e.LORA_E_NONFINITE&&d("LORA_E_NONFINITE",`${r}: the context has NaN, infinity or a number too large`)
return p(t,r)}var Ke=class extends Qe{Y(t,e){"number"!=typeof e&&L(`${t}: the id`,"a number",e)
const r=this.a("policy_fate",e)
1===r&&d("LORA_E_STATE",`${t}: the outcome of decision ${e} is known already`)
2===r&&d("LORA_E_STATE",`${t}: decision ${e} was forgotten, as only the last ${this.pending} are kept and reset() forgets all: learn or cancel sooner, or create the policy with a larger pending`)
r>0&&d("LORA_E_STATE",`${t}: there is no decision ${e}; choose gives ids, but not with { explore: false }`)
return e}Ga(t,e){1===e&&this.objective!==We&&d("LORA_E_OPTION",`${t}: only a latency can be stopped, this is a ${this.objective}`)
return e}Ya(t,e){if(!C(e))return{cost:this.t(t,e),stopped:0}
const{stopped:r}=z(t,e,{stopped:void 0}),s=this.Ga(t,1)
return{cost:this.t(`${t}: stopped`,r),stopped:s}}o(t,e,r){this.i()
const s=this.Y("learn",t),{cost:i,stopped:o}=this.Ya("learn",e)
let a=NaN
if(void 0!==r){const t=z("learn",r,{baseline:void 0})
a=this.X("learn",t.baseline)}const{d:n}=this.c
this.M(n.lora_policy_learn(this.e,s,i,o,a),"learn")}M(t,r){t===e.LORA_E_MEMORY&&d("LORA_E_MEMORY",`${r}: the arena is full: ${this.c.d.lora_memory_wanted()} bytes are needed in one piece; nothing was learned; free() other objects or call engine.grow(bytes)`)
t<0&&Xe(t,r)}},Ze=class t extends Ke{Za(t,r={}){"string"!=typeof t&&L("addArm: the name","a string",t)
this.j.includes(t)&&d("LORA_E_OPTION",`addArm: there is an arm ${v(t)}`)
const{like:s}=z("addArm",r,{like:void 0}),i=void 0===s?a:this.p(s)
this.i()
const o=this.c.d.lora_policy_add_arm(this.e,i)
o===e.LORA_E_RANGE&&d("LORA_E_RANGE","addArm: there are 256 arms")
this.M(o,"addArm")
this.j[o]=t
return o}_a(t){const e=this.p(t)
this.guard&&e===this.guard.default&&d("LORA_E_STATE","removeArm: it is the default of the guard")
1===this.L().length&&d("LORA_E_STATE","removeArm: it is the last arm")
this.a("policy_remove_arm",e)
this.j[e]=void 0}$a(t){const e=Y("replay","a TrajectoryBuffer",t,Ie)
this.n()
e.i()
"reward"===this.objective&&d("LORA_E_OPTION","replay: a TrajectoryBuffer has times, and this learns from rewards")
e.dim!==this.dim&&d("LORA_E_SHAPE",`replay: its vectors have ${e.dim} numbers, these have ${this.dim}`)
const r=e.a("trajectory_length")
Array.from({length:r},(t,r)=>{const s=t=>e.a("trajectory_get",r,t)
return{scope:this.g(s(0)),arm:this.p(s(1)),cost:this.t("replay: executionMs",s(2)),baseline:this.t("replay: baselineMs",s(3)),stopped:this.Ga("replay",s(7))}}).forEach(({scope:t,arm:r,cost:s,stopped:i,baseline:o},a)=>{e.a("trajectory_read",a)
this.context.set(e.c.f.subarray(0,this.dim))
this.Ha(t,r,s,i,o)})}Ha(t,e,r,s,i){const{d:o}=this.c
this.M(o.lora_policy_observe(this.e,t,e,r,s,i),"learning")}ab(e){const r=new t({...this.Ia(),guard:!1,pending:1,engine:this.r})
r.Ja(this.j)
r.n()
for(const{scope:t,context:s,arm:i,cost:o}of e){r.context.set(s)
r.Ha(t,i,o,0,NaN)}return r}bb(t,e){C(t)||L("toVW: the decision","what choose returned",t)
const{id:r,arm:s,probability:i,scope:o}=t
this.a("policy_read_context",this.Y("toVW",r))
const a=Array.from(this.c.f.subarray(0,this.dim),(t,e)=>0===t?"":` ${e}:${t}`),n=this.t("toVW: the cost",e),c="reward"===this.objective?-n:n,h=this.scopes.length>1?` |s ${o}`:""
return`${s+1}:${c}:${i} |x${a.join("")}${h}`}Ia(){const{dim:t,scopes:e,categories:r,objective:s,memory:i,pending:o,seed:a}=this,{guard:n,temperature:c,forgetting:h,floor:u}=this
return{dim:t,arms:this.j.length,scopes:e,categories:r,objective:s,guard:n,memory:i,temperature:c,forgetting:h,floor:u,pending:o,seed:a}}Ja(t){t.forEach((t,e)=>{void 0===t&&this.a("policy_remove_arm",e)})
this.j=[...t]}s(r){const s=Y("copyFrom","a Policy",r,t)
this.i()
s.i()
s.c!==this.c&&d("LORA_E_OPTION","copyFrom: the two are in different engines")
const i=this.c.d.lora_policy_copy(this.e,s.e)
i===e.LORA_E_SHAPE&&d("LORA_E_SHAPE","copyFrom: they were made with other options, or have other arms")
this.M(i,"copyFrom")
const{temperature:o,forgetting:a,floor:n,guard:c}=s
Object.assign(this,{temperature:o,forgetting:a,floor:n,guard:c})}},tr=t=>t.reduce((t,e)=>t+e,0)/t.length
function er(t){const e=tr(t),r=t.reduce((t,r)=>t+(r-e)**2,0)
return Math.sqrt(r/(t.length-1)/t.length)}var rr=J,Policy=class t extends Q{static k=it("Policy",this)
constructor(t){const e=new Ze(t)
super(e)
this.dim=e.dim
this.objective=e.objective
U(this)}get arms(){const t=rr(this)
t.i()
return t.L()}get scopes(){return rr(this).scopes}get context(){const t=rr(this)
t.n()
return t.context}choose(...t){return rr(this).Va(t)}decide(t){const e=rr(this)
return e.Da(e.g(t),0,!0,NaN)}get lastId(){return rr(this).Wa()}learn(t,e,r){rr(this).o(t,e,r)}cancel(t){const e=rr(this)
e.a("policy_cancel",e.Y("cancel",t))}predict(...t){return rr(this).Ea(t)}get bank(){return rr(this).Aa()}counts(t){return rr(this).Xa(t)}addArm(t,e){return rr(this).Za(t,e)}removeArm(t){rr(this)._a(t)}resetArm(t){const e=rr(this)
e.a("policy_reset_arm",e.p(t))}replay(t){rr(this).$a(t)}evaluate(t,e){return function(t,e,r){t.i()
const s=function(t,e){Array.isArray(e)||L("evaluate: the log","an array of decisions",e)
e.length<2&&d("LORA_E_SHAPE",`evaluate: the log needs 2 decisions, it has ${e.length}`)
return e.map((e,r)=>{const s=`evaluate: decision ${r}`
C(e)||L(s,"an object",e)
const{context:i,probability:o}=e
N(`${s}: context`,i,t.dim)
o>0&&o<=1||d("LORA_E_RANGE",`${s}: probability must be above 0, at most 1, got ${o}`)
return{context:i,probability:o,cost:t.t(`${s}: cost`,e.cost),scope:t.g(e.scope??(1===t.scopes.length?0:void 0)),arm:t.p(e.arm)}})}(t,e)
"function"!=typeof r&&L("evaluate: chooseOther","a function",r)
const i=s.map(({context:e,scope:s})=>function(t,e){const r=new Array(t.j.length).fill(0)
if(!Array.isArray(e)){r[t.p(e)]=1
return r}const s=e.reduce((t,e)=>t+e,0);(!(e.length<=r.length&&e.every(t=>t>=0))||Math.abs(s-1)>1e-6)&&d("LORA_E_RANGE","evaluate: chooseOther must return an arm, or probabilities of all arms that sum to 1")
e.forEach((t,e)=>r[e]=t)
return r}(t,r(e,t.scopes[s]))),o=function(t,e){const r=tr(e.map(({cost:t})=>t)),s=[0,1].map(r=>t.ab(e.filter((t,e)=>e%2!==r)))
try{return e.map(({scope:t,context:e},i)=>{const o=s[i%2].Ea([t,e])
return Object.fromEntries(o.map(({arm:t,expected:e})=>[t,Number.isNaN(e)?r:e]))})}finally{for(const t of s)t.y()}}(t,s),a=s.map(({arm:t,probability:e},r)=>i[r][t]/e),n=s.map((t,e)=>i[e].reduce((t,r,s)=>t+(0===r?0:r*o[e][s]),0)),c=s.map(({cost:t},e)=>a[e]*t),h=s.map(({arm:t,cost:e},r)=>n[r]+(0===a[r]?0:a[r]*(e-o[r][t]))),u=a.reduce((t,e)=>t+e,0),l=a.reduce((t,e)=>t+e*e,0)
return{dr:tr(h),snips:u>0?tr(c)/(u/s.length):NaN,ips:tr(c),dm:tr(n),error:er(h),effectiveSize:l>0?u*u/l:0,supported:Math.min(1,u/s.length)}}(rr(this),t,e)}toVW(t,e){return rr(this).bb(t,e)}clone(){const e=rr(this)
e.i()
const r=new t({...e.Ia(),engine:e.r}),s=rr(r)
s.Ja(e.j)
s.s(this)
return r}copyFrom(t){rr(this).s(t)}reset(){rr(this).a("policy_reset")}}
export{Te as COMPAT_SCOPES,ge as DEFAULT_CATEGORIES,fe as DEFAULT_SCOPES,EmbeddingSpace,LoraError,MicroLoRA,Te as PUBLISHED_SCOPES,Policy,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,He as average,$t as createEngine,Lt as default,Nt as initSync}

