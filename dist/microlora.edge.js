/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./microlora.wasm?module"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=4294967295,s=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[s]:super[Symbol.hasInstance](e)}get[s](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function o(t,e,r){throw new LoraError(t,e,r)}var i={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out"}
function a(t,r){const s=Object.keys(e),[a]=s.filter(r=>e[r]===t)
o(a,`${r}: ${i[a]??a}`)}var n=/* @__PURE__ */new Map([["mse",0],["huber",1],["cosine",2]]),h=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),c={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...h.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},u=Object.fromEntries([...h.keys(),"betas"].map(t=>[t,void 0])),d=/* @__PURE__ */new Map([["sgd",0],["momentum",1],["adam",2],["adamw",3],["preconditioned",4]]),l={sgd:t=>Math.min(.02,5.12/t),momentum:t=>Math.min(.002,.512/t),adam:t=>Math.min(.003,.1/t),adamw:t=>Math.min(.003,.1/t),preconditioned:()=>.5},m=t=>t.length>80?`${t.slice(0,79)}…`:t,p=t=>m(JSON.stringify(t))
function f(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const a=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(a,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function g(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=f(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${m(s)}?)`}var _=t=>Object.prototype.toString.call(t).slice(8,-1),y=t=>"string"==typeof t?p(t):m(Object(t)===t?_(t):String(t)),b=(t,e,r,s="LORA_E_TYPE")=>o(s,`${t} must be ${e}, got ${y(r)}`)
function w(t,e,r){const s=A(t,e)
s!==r&&o("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function O(t,e,r,s){const i=A(t,e),a=i/r;(!Number.isInteger(a)||a<1||a>s)&&o("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers ({ batch: ${s} } when it was created), got ${i} numbers`)
return a}function A(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===_(e))||b(t,"a Float32Array",e)
return e.length}function v(t,e){"number"!=typeof e&&b(t,"a number",e)
Number.isFinite(Math.fround(e))||o("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function E(t,e,r,s,i="LORA_E_RANGE"){"number"!=typeof e&&b(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&o(i,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function R(t,e){const r=v(t,e)
r<0&&o("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function L(t,e){const r=v(t,e)
r>0||o("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function k(t){const e=v("share",t)
e>=0&&e<=1||o("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function S(t,e,r){const s=r.indexOf(e)
s<0&&o("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${y(e)}`+g(e,r))
return s}function j(t,e,r){const s=[...r.keys()]
return r.get(s[S(t,e,s)])}function I(t,e){"boolean"!=typeof e&&b(t,"true or false",e)
return e}function N(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function M(t,e,r){N(e)||b(`${t}: the argument`,"an object of options",e)
const s={...r}
for(const[i,a]of Object.entries(e)){Object.hasOwn(r,i)||o("LORA_E_OPTION",`${t} has no option ${m(i)}${g(i,Object.keys(r))}; it has `+Object.keys(r).join(", "))
void 0!==a&&(s[i]=a)}return s}var $,F=/* @__PURE__ */Symbol.for("microlora 0.1.0"),x=globalThis
function P(t){const e=t?.[F]
"function"==typeof e&&e()
const r=$
$=void 0
return r}var T=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,F,{value:e=>{void 0===e?$=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:P(t)??b("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return P(this)?.h??"Object"}toJSON(){return C(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=P(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function B(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:C}=T
function W(t,e,r,s,i){const a=P(r)
if(a instanceof s)return a
void 0===a&&void 0!==function(t){let e
const r=t?.[F]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&o(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return b(t,e,r,i)}var D=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),z=class extends T{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[D],configurable:!0})}free(){C(this).v()}[D](){this.free()}},H=[1,2,3,4,5],G=[[1,0,2,0,-1],[0,1,0,-2,1]],U=[[1,2,0,0,4],[0,2,4,0,-2]],J=[1,0,-1,2,.5],q=[2,3,1,4,10],Y=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],V=/* @__PURE__ */new Map
function Q(t,e){V.set(t,e)
return t}var X,K,Z=4293918720,tt="this is not the microlora.wasm of this release: take the one beside this script",et=(t=16777216)=>E("memory (bytes)",t,131072,Z),rt=class{h="Engine"
ia=V
f=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
4!==e.lora_version?.()&&o("LORA_E_MODULE",tt)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.w()}}w(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&o("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.p()}p(){const t=this.b
this.f=this.o(t.lora_transfer(),t.lora_transfer_size())}},st=C,Engine=class extends T{constructor(t,e){const r=new rt(t)
r.G(e)
super(r)
this.simd=r.F
B(this)}get memory(){return st(this).E}get memoryUsage(){return st(this).w()}grow(t){st(this).G(E("grow: bytes",t,1,Z))}},ot=t=>function(t){const{b:e,f:r}=t,s=e.lora_create(5,5,G.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(H)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[G,U].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(q)
r.set(J)
e.lora_adapt(s,0,1,1)
const a=o(Y)
e.lora_free(s)
return i&&a}(st(t)),it="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",at=t=>"WebAssembly.Module"===_(t)
function nt(t){const e=M("init",void 0===t||N(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&o("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:et(e.memory),simd:void 0===e.simd?void 0:I("simd",e.simd)}}function ht(){"object"!=typeof WebAssembly&&o("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function ct(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&o("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&o("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||at(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":tt:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
o("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ut(t){if(at(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===_(t))(t))return t
o("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${_(t)}`)}async function dt(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function lt(t){const e=at(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function mt(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
return at(r)||WebAssembly.validate(r)?r:void 0}var pt=(t,e)=>new Engine(t,et(e.memory))
function ft(t,e){const r=pt(t,e)
ot(r)||o("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&o("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function gt(t){ht()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(_(e))&&(e=await fetch(e))
if("Response"===_(e)){const{ok:t,url:r,status:s,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||o("LORA_E_MODULE",`${r} answered ${s} ${i.get("Content-Type")}, no wasm: put the file there`)}return ut(e)}(t.module)
return ft(await dt(e),t)}const r=mt(t)
if(void 0!==r){const e=pt(await dt(r),t)
if(ot(e))return e}!0===t.simd&&o("LORA_E_SIMD",it)
const s=await(async()=>{throw new Error("the edge entry carries the SIMD build only")})().catch(t=>o("LORA_E_SIMD",it,t)),i=pt(await dt(s),t)
ot(i)||o("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(r){return ct(r,t,e)}}function _t(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&o("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function yt(t){void 0===X&&function(t){Reflect.defineProperty(x,F,{value:t,configurable:!0})}(X=t)
return X}async function bt(t){const e=nt(t)
if(void 0===X){K??=gt(e).then(yt).finally(()=>K=void 0)
await K}return _t(X,e)}function wt(t){const e=nt(t)
return void 0!==X?_t(X,e):yt(function(t){ht()
let e
try{if(void 0!==t.module){e=ut(t.module)
return ft(lt(e),t)}const r=mt(t)
if(void 0!==r){const e=pt(lt(r),t)
if(ot(e))return e}return o("LORA_E_SIMD",it)}catch(r){return ct(r,t,e)}}(e))}async function Ot(t){return gt(nt(t))}function At(t,r,...s){const i=t.b[r](...s)
i===e.LORA_E_MEMORY&&o("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.w().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
i<0&&a(i,r)
t.p()
return i}var vt=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?W("engine","one of init or createEngine",r,rt,"LORA_E_OPTION"):C(X??o("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...e){this.d=At(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?a(r,t):r}j(){0===this.d&&a(e.LORA_E_HANDLE,"after free()")}v(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.q()}}k(){return{}}q(){return{}}},Et=["A","B"],Rt=(t,e)=>E(t,e,1,16384,"LORA_E_SHAPE"),Lt=class extends vt{constructor(t,e,s,i){super(t,e.engine)
this._=e.engine
this.$=s
this.m=s+i
const{dim:a}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===a?2:0)&&o("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===a?Rt("in",e.in):Rt("dim",a),h=void 0===a?Rt("out",e.out):n,c=E("rank",e.rank,1,64,"LORA_E_SHAPE"),m=v("alpha",e.alpha),p=E("batch",e.batch,1,1024),f=j("optimizer",e.optimizer,d),g=e.optimizer,_=E("seed",e.seed,0,2**32-1),y=I("sharedIO",e.sharedIO),b=void 0!==a
this.H("lora_create",n,h,c,m,void 0===e.learningRate?((t,e)=>l[t](e))(g,n):R("learningRate",e.learningRate),f,_,(b?1:0)+(y?2:0),s,i,p)
this.dim=n
this.in=n
this.out=h
this.rank=c
this.alpha=m
this.batch=p
this.seed=_
this.sharedIO=y
this.residual=b
this.optimizer=g
try{this.r(r,function(t){const e=Object.fromEntries(Object.keys(u).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.v()
throw t}}g(t){return t}n(t,e,...r){return this.a(t,this.g(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}r(t,r){for(const[s,i,n]of function(t){const e=M("options",t,u),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||b("betas","an array of two numbers",e.betas)
const[t,s]=e.betas.map(t=>R("betas",t))
t<1&&s<1&&t**2<s||o("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,s],["betas",4,t])}for(const[t,s]of h)void 0!==e[t]&&r.push([t,s,R(t,e[t])])
return r}(r)){const r=this.c.b.lora_set_option(this.d,t,i,n)
r===e.LORA_E_RANGE&&o("LORA_E_RANGE",`${s} is out of its range, got ${n}; see the types`)
r<0&&a(r,s)}}I(t){const e=this.g(t),[r,s]=Et.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.g(t),{A:s,B:o}=M("setWeights",e,{A:void 0,B:void 0})
w("setWeights: A (rank, in)",s,this.rank*this.in)
w("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:i,f:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let h=0;h<this.rank;h++){n.set(e.subarray(h*o,(h+1)*o))
const c=t?i.lora_write_row(this.d,r,s,h):i.lora_check(o)
c<0&&a(c,"setWeights")}})}},kt=["sum","mean"],St={loss:"mse",delta:1,reduction:"sum"},jt=class extends Lt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
s=this.input
t=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.g(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){w("forward: x",e,this.in)
void 0!==r&&w("forward: out",r,this.out)
o.f.set(e)
i=1}const a=o.b.lora_forward(this.d,s,1,i)
a<0&&this.i(a,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.g(t),s=this.c
let o=0
if(void 0!==e){w("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.g(t),o=this.c,i="number"==typeof e,a=i?E("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):O("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&w("forwardBatch: out",r,a*this.out)
i||o.f.set(e)
const n=o.b.lora_forward(this.d,s,a,i?0:1)
n<0&&this.i(n,"forwardBatch",s)
this.t=a
if(i&&void 0===r)return
const h=this.aa(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.s.length===s&&this.s.byteOffset===r||(this.s=e.o(r,s))
return this.s}O(t,e){const r=this.g(t),s=this.c
let o=this.t
if(void 0!==e){o=O("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,s,i){const a=this.g(t),h=this.c
let c=0,u=1,d=0
if(void 0!==i){const t=M("learn",i,St)
c=j("loss",t.loss,n)
d=S("reduction",t.reduction,kt)
u=L("delta",t.delta)
1===d&&2===c&&o("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}w("learn: x",e,s*this.in)
w("learn: target",r,s*this.out)
h.f.set(e)
h.f.set(r,e.length)
const l=h.b.lora_learn(this.d,a,s,c,u,d)
l<-1&&this.i(l,"learn",a)
this.t=s
return l}P(t,e,r,s){const o=O("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.g(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,v("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,r,s){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&o("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}a(t,r)}},It=t=>E("rank",t,1,64,"LORA_E_SHAPE")
function Nt(t,e,r,s){const[{adapters:i}]=t
for(const{adapters:e}of t){e.j()
e.c!==i.c&&o("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.m===i.m||o("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")}const a=i.R({rank:e}),n={adapter:a,keptEnergy:1,foldError:0}
try{const e=C(a)
e.ba(i)
for(let o=0;o<i.m;o++){const i=t.filter(({adapters:t})=>t.ca(o))
i.length>0&&Mt(i,e,o,Number(r),s,n)}}catch(t){a.free()
throw t}return n}function Mt(t,e,r,s,o,i){const n=e.c,h=n.b,c=t.map(({adapters:t})=>t.rank),u=c.reduce((t,e)=>t+e,0),d=2*Math.max(...c),l=Math.max(Math.min(u,Math.max(128,4*e.rank)),d),m=At(n,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=h.lora_sum_add(m,e.d,r,s)
t<0&&a(t,"sum")}const n=h.lora_sum_take(m,e.d,r,s,o)
n<0&&a(n,"sum")
i.keptEnergy=Math.min(i.keptEnergy,h.lora_sum_kept(m))
i.foldError=Math.max(i.foldError,h.lora_sum_lost(m))}finally{h.lora_free(m)}}var $t=class t extends jt{R(t){return new(V.get(this.h))({...this.k(),engine:this._,...t})}S(t){const e=e=>this.n("option",t,e)
return{...Object.fromEntries([...h].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}ba(t){const{b:e}=this.c
for(let r=0;r<this.m;r++){const s=(s,o=t.a("option",r,s))=>{const i=e.lora_set_option(this.d,r,s,o)
i<0&&a(i,"options")}
s(4,0)
s(5)
for(const t of h.values())s(t)}}ca(t){if(1===this.m||t>=this.$)return!0
this.a("read_numbers",t)
const e=this.c
e.p()
return 1===new Float64Array(e.f.buffer,e.f.byteOffset)[4]}T(e,r){const s=W(r,"an adapter like this one",e,t)
this.j()
s.j()
s.c!==this.c&&o("LORA_E_OPTION",`${r}: the two are in different engines`)
return s}da(){this.j()
const t=this.R({})
try{C(t).a("copy",this.d,1)}catch(e){t.free()
throw e}return t}ea(t){const r=this.T(t,"copyFrom"),s=this.c.b.lora_copy(this.d,r.d,0)
s===e.LORA_E_SHAPE&&o("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer or scopes differ; setWeights takes weights alone")
s<0&&a(s,"copyFrom")}fa(t){return Nt([{adapters:this,weight:1}],It(t),!1,0).adapter}ga(t,e={}){const r=this.T(t,"update"),{rank:s,maxNorm:o}=M("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Nt([{adapters:this,weight:1},{adapters:r,weight:-1}],It(s),!1,R("update: maxNorm",o))}U(t,e,r){const s=this.g(t),{b:o,f:i}=this.c,n=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=n.subarray(t*this.in,(t+1)*this.in)
i.set(e)
const h=o.lora_merge_row(this.d,s,t,r)
h<0&&a(h,"merge")
e.set(i.subarray(0,this.in))}return n}u(t,e,r){w("W (out, in)",e,this.out*this.in)
e.set(this.U(t,e,r))
return e}V(t){return this.U(t,new Float32Array(this.out*this.in),1)}},Ft={temperature:void 0,margin:void 0},xt=class extends $t{C(t,e,r,s,i,n={}){const h=this.g(t),c=this.c,{temperature:u,margin:d}=M("contrast",n,Ft)
void 0!==u&&void 0!==d&&o("LORA_E_OPTION","contrast: give temperature (InfoNCE) or margin (triplet), not both")
w("contrast: query",e,i*this.in)
w("contrast: positive",r,i*this.out)
const l=i+(void 0===s?0:O("contrast: negatives",s,this.out,65536-i))
l<2&&o("LORA_E_SHAPE","contrast: give at least one negative")
const m=c.b.lora_reserve(this.d,i,l)
m<0&&a(m,"contrast")
c.p()
const p=c.f
p.set(e)
p.set(r,e.length)
void 0!==s&&p.set(s,e.length+r.length)
const f=c.b.lora_contrast(this.d,h,i,l,void 0!==d?1:0,void 0!==d?L("margin",d):L("temperature",u??.07))
f<-1&&this.i(f,"contrast",h)
this.t=i
return f}W(t,e,r,s,o){const i=O("contrastBatch: queries",e,this.in,this.batch)
return this.C(t,e,r,s,i,o)}X(t,e){const r=this.g(t),s=this.c
if(void 0!==e){w("accumulate: gradient",e,this.out)
s.f.set(e)}const o=s.b.lora_accumulate(this.d,r,1,void 0===e?0:1)
o<0&&this.i(o,"accumulate",r)}Y(t){const e=this.g(t),r=this.c.b.lora_step(this.d,e)
r<0&&this.i(r,"step",e)}},Pt=C
function Tt(t){const e=Pt(t)
e.K()
return e}var Bt=class extends z{constructor(t){super(t)
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
B(this)}get input(){return Tt(this).input}get output(){return Tt(this).output}get gradient(){return Tt(this).gradient}get inputs(){return Tt(this).inputs}get outputs(){return Tt(this).outputs}get gradients(){return Tt(this).gradients}get paramCount(){return Pt(this).a("param_count")}get learningRate(){return Pt(this).x}set learningRate(t){const e=R("learningRate",t)
Pt(this).r(r,{learningRate:e})}},Ct=C,Wt=class extends Bt{clone(){return Ct(this).da()}copyFrom(t){Ct(this).ea(t)}resize(t){return Ct(this).fa(t)}update(t,e){return Ct(this).ga(t,e)}},Dt="MicroLoRA",zt=C,Ht=class extends xt{q(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Gt=class extends Wt{constructor(t){const e=M(Dt,t,c)
super(new Ht(Dt,e,1,0))}forward(t,e){return zt(this).L(0,t,e)}adapt(t){zt(this).M(0,t)}forwardBatch(t,e){return zt(this).N(0,t,e)}adaptBatch(t){zt(this).O(0,t)}learn(t,e,r){return zt(this).z(0,t,e,1,r)}learnBatch(t,e,r){return zt(this).P(0,t,e,r)}adaptWithReward(t){zt(this).Q(0,t)}get deltaNorm(){return zt(this).a("delta_norm",0)}get adaptCount(){return zt(this).a("adapt_count",0)}get forwardCount(){return zt(this).a("forward_count",0)}getWeights(){return zt(this).I(0)}setWeights(t){
zt(this).J(0,t)}reset(){zt(this).a("reset",r)}},Ut=C,MicroLoRA=class extends Gt{static h=Q("MicroLoRA",this)
contrast(t,e,r,s){return Ut(this).C(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return Ut(this).W(0,t,e,r,s)}accumulate(t){Ut(this).X(0,t)}step(){Ut(this).Y(0)}decayToBase(t){Ut(this).a("decay_to_base",0,k(t))}setOptions(t){Ut(this).r(r,t)}getOptions(){return Ut(this).S(0)}delta(){return Ut(this).V(0)}mergeInto(t){return Ut(this).u(0,t,1)}unmergeFrom(t){return Ut(this).u(0,t,-1)}
},Jt=t=>Object.freeze(t.split(" ")),qt=/* @__PURE__ */Jt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Yt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Jt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Jt("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */Jt("Aggregate GroupBy"),shaping:/* @__PURE__ */Jt("Filter Project Sort Limit Materialize"),
vector:/* @__PURE__ */Jt("VectorDistance Rerank")}),Vt=/* @__PURE__ */Jt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Qt="ScopedLoRA",Xt=C,Kt={...c,scopes:void 0,categories:void 0,categoryFallback:!0},Zt=class extends xt{constructor(t){const e=M(Qt,t,Kt),r=void 0===e.scopes?qt:function(t){
Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||b("scopes","an array of names",t)
E("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&o("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Yt:{})
const i=function(t,e){N(t)&&Object.values(t).every(Array.isArray)||b("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&o("LORA_E_SCOPE",`categories: there is no scope ${p(t)}${g(t,[...e.keys()])}`)
r.has(s)&&o("LORA_E_OPTION",`categories: ${m(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),a=I("categoryFallback",e.categoryFallback)
super(Qt,e,r.length,i.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=s
this.categoryFallback=a
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(a)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}q(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(I("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.ha.get(t)??o("LORA_E_SCOPE",`there is no scope ${m(t)}${g(t,this.scopes)}`):E("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},te=class extends Wt{constructor(t){super(new Zt(t))}get scopes(){return Xt(this).scopes}get categories(){return Xt(this).categories}scopeName(t){const e=Xt(this)
e.j()
return e.scopes[e.g(t)]}forward(t,e,r){return Xt(this).L(t,e,r)}adapt(t,e){Xt(this).M(t,e)}forwardBatch(t,e,r){return Xt(this).N(t,e,r)}adaptBatch(t,e){Xt(this).O(t,e)}learn(t,e,r,s){return Xt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Xt(this).P(t,e,r,s)}adaptWithReward(t,e){Xt(this).Q(t,e)}deltaNorm(t){return Xt(this).n("delta_norm",t)}adaptCount(t){return Xt(this).n("adapt_count",t)}forwardCount(t){return Xt(this).n("forward_count",t)}get totalAdaptCount(){
return Xt(this).a("total_adapt_count")}get totalForwardCount(){return Xt(this).a("total_forward_count")}get categoryFallback(){return Xt(this).categoryFallback}set categoryFallback(t){Xt(this).Z(t)}getWeights(t){return Xt(this).I(t)}setWeights(t,e){Xt(this).J(t,e)}reset(t){const e=Xt(this)
e.a("reset",void 0===t?r:e.g(t))}},ee=C,ScopedLoRA=class extends te{static h=Q("ScopedLoRA",this)
contrast(t,e,r,s,o){return ee(this).C(t,e,r,s,1,o)}contrastBatch(t,e,r,s,o){return ee(this).W(t,e,r,s,o)}accumulate(t,e){ee(this).X(t,e)}step(t){ee(this).Y(t)}decayToBase(t,e){ee(this).n("decay_to_base",t,k(e))}setOptions(t,e){const s=ee(this)
s.r(void 0===e?r:s.g(e),t)}getOptions(t){return ee(this).S(t)}delta(t){return ee(this).V(t)}mergeInto(t,e){return ee(this).u(t,e,1)}unmergeFrom(t,e){return ee(this).u(t,e,-1)}},re="TrajectoryBuffer",se=C,oe=2**32-1,ie={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function ae(t,e){const r=v(t,e)
r<=0&&o("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var ne=/* @__PURE__ */new Map([["operator",0],["attention",1]]),he=class extends vt{constructor(t){const e=M(re,t,ie)
super(re,e.engine)
this.capacity=E("capacity",e.capacity,1,oe)
this.dim=E("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=E("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}q(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends z{static h=Q(re,this)
constructor(t){const e=new he(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
B(this)}record(t,e,r,s,o){const i=se(this)
w("embedding",t,i.dim)
E("operator",e,0,i.operators-1)
E("attention",r,0,255)
ae("executionMs",s)
ae("baselineMs",o)
const{b:n,f:h}=i.c
h.set(t)
const c=n.lora_trajectory_record(i.d,e,r,s,o)
c<0&&a(c,"record")}get length(){return se(this).a("trajectory_length")}get totalCount(){return se(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return se(this).a("trajectory_success_rate")}get bestImprovement(){return se(this).a("trajectory_best_improvement")}get meanImprovement(){return se(this).a("trajectory_mean_improvement")}get variance(){return se(this).a("trajectory_variance")}get bestAttention(){return se(this).a("trajectory_best_attention")}
highQualityCount(t){return se(this).a("trajectory_high_quality_count",v("threshold",t))}countByOperator(t){const e=se(this)
E("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=se(this)
E("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&b("filter: keep","a function",t)
return[...this].filter(t)}top(t){E("top: count",t,0,oe)
const e=Array.from({length:this.length},(t,e)=>({improvement:se(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=j("statistics: by",t,ne),r=(t,r)=>se(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){E("sample: count",t,0,oe)
const r=M("sample",e,{by:"uniform",seed:1}),s=1===S("sample: by",r.by,["uniform","improvement"]),i=E("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&o("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(se(this).a("trajectory_draw",Number(s),i,e)))}reset(){se(this).a("trajectory_reset")}}
function ce(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||o("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(s)
w(t,i,r)
return i}var ue=class{constructor(t,e){this.h=t
this.e=e}l(){return C(this.e).l()}v(){this.e.free()}},de=class extends ue{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,ce("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},le=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),me=C,WasmMicroLoRA=class extends z{constructor(t,e,r){const s=new MicroLoRA(le(t,e,r))
super(new de("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return me(this).inputAddress}get_output_ptr(){return me(this).outputAddress}forward(){me(this).forward(0)}forward_array(t){return me(this).forwardArray(0,t)}adapt(){me(this).prepare(0)
me(this).e.adapt()}adapt_array(t){const e=ce("adapt_array: gradient",t,me(this).e.dim)
me(this).prepare(0)
me(this).e.adapt(e)}adapt_with_reward(t){me(this).prepare(0)
me(this).e.adaptWithReward(t)}delta_norm(){return me(this).e.deltaNorm}adapt_count(){return BigInt(me(this).e.adaptCount)}forward_count(){return BigInt(me(this).e.forwardCount-me(this).hidden(0))}param_count(){return me(this).e.paramCount}dim(){return me(this).e.dim}reset(){me(this).e.reset()
me(this).reset()}},pe=C,WasmScopedLoRA=class extends z{constructor(t,e,r){const s=new ScopedLoRA(le(t,e,r))
super(new de("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?qt[t]:void 0)??o("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return pe(this).inputAddress}get_output_ptr(){return pe(this).outputAddress}forward(t){pe(this).forward(t)}forward_array(t,e){return pe(this).forwardArray(t,e)}adapt(t){pe(this).prepare(t)
pe(this).e.adapt(t)}adapt_array(t,e){const r=ce("adapt_array: gradient",e,pe(this).e.dim)
pe(this).prepare(t)
pe(this).e.adapt(t,r)}adapt_with_reward(t,e){pe(this).prepare(t)
pe(this).e.adaptWithReward(t,e)}delta_norm(t){return pe(this).e.deltaNorm(t)}adapt_count(t){return BigInt(pe(this).e.adaptCount(t))}forward_count(t){return BigInt(pe(this).e.forwardCount(t)-pe(this).hidden(t))}total_adapt_count(){return BigInt(pe(this).e.totalAdaptCount)}total_forward_count(){return BigInt(pe(this).e.totalForwardCount-pe(this).hiddenInAll)}set_category_fallback(t){pe(this).e.categoryFallback=t
pe(this).forget()}reset_scope(t){pe(this).e.reset(t)
pe(this).reset(t)}reset_all(){pe(this).e.reset()
pe(this).reset()}},fe=t=>C(t).e,WasmTrajectoryBuffer=class extends z{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new ue("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=ce("record: embedding",t,fe(this).dim)
fe(this).record(i,e,r,s,o)}success_rate(){return fe(this).successRate}best_improvement(){return fe(this).bestImprovement}mean_improvement(){return fe(this).meanImprovement}variance(){return fe(this).variance}best_attention(){return fe(this).bestAttention}high_quality_count(t){return fe(this).highQualityCount(t)}count_by_operator(t){return fe(this).countByOperator(t)}len(){return fe(this).length}total_count(){return BigInt(fe(this).totalCount)}is_empty(){return fe(this).isEmpty}reset(){
fe(this).reset()}}
function ge(t,e={}){Array.isArray(t)&&0!==t.length||b("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{N(t)||b("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=M("average",t,{adapter:void 0,weight:1})
return{adapters:W("average: adapter","a MicroLoRA or ScopedLoRA",e,$t),weight:R("average: weight",r)}})
r.every(({weight:t})=>0===t)&&o("LORA_E_RANGE","average: one weight at least must be above 0")
const s=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=M("average",e,{rank:s})
return Nt(r,It(i),!0,0)}export{Yt as DEFAULT_CATEGORIES,qt as DEFAULT_SCOPES,LoraError,MicroLoRA,Vt as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,ge as average,Ot as createEngine,bt as default,wt as initSync}

